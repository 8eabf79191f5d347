import { fieldsFrom } from "./field-makers.ts";
import type { Field, Format } from "./format.ts";

/**
 * The flat roster for CLI Engage: one row per student in a homeroom. The receiver's own template is not published, so
 * these columns are proposed by us from the documented names of its pages; an LEA maps its own headers to them.
 */

const source = "Proposed by Rosterguard from the documented names of CLI Engage's pages";
const page = "CLI Engage, Class Roster Management (wiki x/BwAyC)";
const proposed = fieldsFrom(source, false);

/** Names as the portal's roster page writes them also count. */
const also = (...aliases: string[]): Partial<Field> => ({ aliases });

export const cliEngageWorkbook: Format = {
  id: "cli-engage-workbook",
  title: "CLI Engage flat roster",
  version: "proposed",
  files: [
    {
      role: "roster",
      fileName: "cli-engage-roster.csv",
      required: "yes",
      columnOrder: "free",
      extensible: false,
      certain: false,
      source,
      fields: [
        proposed("School_Internal_ID", "identifier", "yes"),
        proposed("School_Name", "string", "yes", also("School")),
        proposed("Teacher_Internal_ID", "identifier", "yes"),
        proposed("Teacher_First_Name", "string", "yes"),
        proposed("Teacher_Last_Name", "string", "yes"),
        proposed("Teacher_Primary_Email", "email", "yes", also("Teacher Email")),
        proposed("Class_Internal_ID", "identifier", "yes"),
        proposed("Class_Name", "string", "yes", also("Class")),
        proposed("Class_Day_Type", "enum", "no", { values: ["A.M.", "P.M.", "Full Day"] }),
        proposed("Class_Level", "string"),
        proposed("Student_Internal_ID", "identifier", "yes"),
        proposed("Student_State_Unique_ID", "identifier", "no", also("State Unique ID", "TSDS ID")),
        proposed("Student_First_Name", "string", "yes"),
        proposed("Student_Middle_Name", "string"),
        proposed("Student_Last_Name", "string", "yes"),
        proposed("Student_Birth_Date", "date", "yes", also("Date of Birth", "Birth Date", "DOB")),
        proposed("Student_Gender", "string", "yes", also("Gender")),
        proposed("Student_Race", "string", "no", { list: true, aliases: ["Race"] }),
        proposed("Student_Ethnicity", "enum", "no", {
          values: ["Hispanic", "Not-Hispanic"],
          aliases: ["Ethnicity"],
          source: page,
        }),
        // The receiver's list of levels could not be read, so any level is taken.
        proposed("Student_Grade_Level", "string", "yes", also("Grade Level", "Grade")),
        proposed("Assessment_Language", "enum", "yes", {
          values: ["English", "Spanish", "Both"],
          source: page,
        }),
      ],
    },
  ],
};
