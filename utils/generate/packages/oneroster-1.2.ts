import { oneRoster12 } from "../../formats/oneroster-1.2.ts";
import { manifestProperties12 } from "../../formats/oneroster-vocabulary.ts";
import type { District } from "../district.ts";
import { makePackage, type Package, type RowsByRole } from "../package.ts";
import { manifestRows, resourceRows, sharedRows } from "./one-roster-classes.ts";
import {
  demographicsRow,
  enrollmentRows,
  guardianRow,
  schoolOfGuardians,
  studentRow,
  teacherRow,
} from "./one-roster-people.ts";
import { gradebookRows } from "./oneroster-1.1.ts";

const peopleRows = (district: District): RowsByRole => {
  const { students, teachers, guardians } = district;
  const schools = schoolOfGuardians(district);
  const everybody = [
    ...students.map(({ id, school }) => ({ id, role: "student", org: school.id })),
    ...teachers.map(({ id, school }) => ({ id, role: "teacher", org: school.id })),
    ...guardians.map(({ id }) => ({ id, role: "guardian", org: schools.get(id) ?? district.id })),
  ];
  const profiled = students.slice(0, 12);
  return {
    users: [
      ...students.map((student) => ({ ...studentRow(student), primaryOrgSourcedId: student.school.id })),
      ...teachers.map((teacher) => ({ ...teacherRow(teacher), primaryOrgSourcedId: teacher.school.id })),
      ...guardians.map(guardianRow),
    ],
    roles: everybody.map(({ id, role, org }) => ({
      sourcedId: `R-${id}`,
      userSourcedId: id,
      roleType: "primary",
      role,
      orgSourcedId: org,
      userProfileSourcedId: profiled.some((student) => student.id === id) ? `UP-${id}` : "",
    })),
    userProfiles: profiled.map(({ id, username }) => ({
      sourcedId: `UP-${id}`,
      userSourcedId: id,
      profileType: "reading",
      vendorId: "reader",
      credentialType: "password",
      username,
    })),
    userResources: profiled.map(({ id, school }, i) => ({
      sourcedId: `UR-${i + 1}`,
      userSourcedId: id,
      orgSourcedId: school.id,
      resourceSourcedId: `RES-${i + 1}`,
    })),
  };
};

/** The gradebook of 1.1 with what 1.2 added. */
const gradebookRows12 = (district: District): RowsByRole => {
  const { lineItems = [], results = [], ...rest } = gradebookRows(district);
  const section = district.sections[0];
  return {
    ...rest,
    lineItems: lineItems.map(({ gradingPeriodSourcedId = "", ...row }, i) => ({
      ...row,
      academicSessionSourcedId: gradingPeriodSourcedId,
      schoolSourcedId: district.sections[i]?.school.id ?? "",
    })),
    results,
    ...(section && {
      scoreScales: [
        {
          sourcedId: "SCALE-1",
          title: "Letters",
          type: "letter",
          orgSourcedId: section.school.id,
          courseSourcedId: section.course.code,
          classSourcedId: section.id,
          scoreScaleValue: "{A:90-100},{B:80-89}",
        },
      ],
    }),
    lineItemLearningObjectiveIds: lineItems.map(({ sourcedId = "" }, i) => ({
      sourcedId: `LO-${i + 1}`,
      lineItemSourcedId: sourcedId,
      source: "case",
      learningObjectiveId: `objective-${i + 1}`,
    })),
    resultLearningObjectiveIds: results.map(({ sourcedId = "" }, i) => ({
      sourcedId: `RO-${i + 1}`,
      resultSourcedId: sourcedId,
      source: "case",
      learningObjectiveId: `objective-${i + 1}`,
    })),
    lineItemScoreScales: lineItems.map(({ sourcedId = "" }, i) => ({
      sourcedId: `LS-${i + 1}`,
      lineItemSourcedId: sourcedId,
      scoreScaleSourcedId: "SCALE-1",
    })),
    resultScoreScales: results.map(({ sourcedId = "" }, i) => ({
      sourcedId: `RX-${i + 1}`,
      resultSourcedId: sourcedId,
      scoreScaleSourcedId: "SCALE-1",
    })),
  };
};

export const makeOneRoster12 = (district: District): Package => {
  const rows = {
    ...sharedRows(district),
    ...peopleRows(district),
    enrollments: enrollmentRows(district),
    demographics: district.students.map(demographicsRow),
    ...resourceRows(district),
    ...gradebookRows12(district),
  };
  const manifest = manifestRows("1.2", manifestProperties12, Object.keys(rows));
  return makePackage(oneRoster12, { manifest, ...rows });
};
