import type { Policy } from "./policy.ts";

/** An LEA for the tests of the pure rooms: small, with one campus contact, one phone-only procedure and Thanksgiving. */
export const leaForTests: Policy = {
  version: 1,
  lea: { name: "Test ISD", id: "000001" },
  timeZone: "America/Chicago",
  language: "en",
  schools: [
    { id: "101", name: "Oak Elementary" },
    { id: "102", name: "Elm Elementary" },
  ],
  calendar: {
    firstDay: "2026-08-12",
    lastDay: "2027-05-27",
    weekdays: [1, 2, 3, 4, 5],
    holidays: [
      { name: "Thanksgiving", from: "2026-11-25", to: "2026-11-27" },
      { name: "Winter break", from: "2026-12-21", to: "2027-01-04" },
    ],
  },
  portals: [
    {
      profile: "cli-engage",
      origins: ["https://portal.example.org"],
      sync: { weekdays: [1, 2, 3, 4, 5], at: "02:00", onHolidays: false },
    },
  ],
  procedures: {
    "correct-details": {
      contact: { role: "Data team", email: "data@lea.example" },
      contacts: [{ role: "Campus registrar", name: "Ana Peña", email: "ana@lea.example", schools: ["101"] }],
      channels: [{ kind: "mail" }],
      include: ["the student's legal name", "what is right"],
      expectedSchoolDays: 3,
    },
    withdraw: {
      contact: { role: "Front office", phone: "+1 (512) 555-0100 ext. 12" },
      channels: [{ kind: "phone" }],
      include: [],
      expectedSchoolDays: 1,
      note: "Call before 3 p.m.",
    },
  },
  guard: { level: "inform" },
  check: { idLengths: { studentId: 7 }, maxFileMegabytes: 150, holdSeconds: 600 },
  retention: "session",
};
