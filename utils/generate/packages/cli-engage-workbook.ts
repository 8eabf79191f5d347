import { cliEngageWorkbook } from "../../formats/cli-engage-workbook.ts";
import type { District } from "../district.ts";
import { makePackage, type Package } from "../package.ts";

const dayTypeOf = (title: string): string => /A\.M\.|P\.M\./.exec(title)?.[0] ?? "Full Day";

export const makeCliEngageWorkbook = ({ students }: District): Package =>
  makePackage(cliEngageWorkbook, {
    roster: students.map((student) => {
      const { homeroom, school } = student;
      const { teacher } = homeroom;
      return {
        School_Internal_ID: school.id,
        School_Name: school.name,
        Teacher_Internal_ID: teacher.id,
        Teacher_First_Name: teacher.firstName,
        Teacher_Last_Name: teacher.lastName,
        Teacher_Primary_Email: teacher.email,
        Class_Internal_ID: homeroom.id,
        Class_Name: homeroom.title,
        Class_Day_Type: dayTypeOf(homeroom.title),
        Class_Level: homeroom.course.title,
        Student_Internal_ID: student.id,
        Student_State_Unique_ID: student.stateId,
        Student_First_Name: student.firstName,
        Student_Middle_Name: student.middleName,
        Student_Last_Name: student.lastName,
        Student_Birth_Date: student.birthDate,
        Student_Gender: student.sex === "female" ? "Female" : "Male",
        Student_Ethnicity: student.hispanic ? "Hispanic" : "Not-Hispanic",
        Student_Grade_Level: student.grade,
        Assessment_Language: student.hispanic ? "Both" : "English",
      };
    }),
  });
