/** Words of drafts, reminders and staff texts. Spanish: words-es.ts, with the same keys and values. */
export const wordsEn = {
  "change.enroll-new-student": "Enroll a new student",
  "change.enroll-into-homeroom": "Enroll a student in a homeroom",
  "change.move-between-classes": "Move a student to another class",
  "change.move-between-schools": "Move a student to another school",
  "change.withdraw": "Withdraw a student",
  "change.correct-details": "Correct a student's details",
  "change.wrong-teacher": "Correct the teacher of a class",
  "change.missing-class": "Add a missing class",

  "field.id": "Student Internal ID",
  "field.firstName": "first name",
  "field.middleName": "middle name",
  "field.lastName": "last name",
  "field.birthDate": "date of birth",
  "field.gender": "gender",
  "field.ethnicity": "ethnicity",
  "field.stateId": "State Unique ID",
  "field.gradeLevel": "grade level",
  "field.assessmentLanguage": "assessment language",
  "field.reportLanguage": "preferred report language",
  "field.status": "status",

  "your-lea": "your LEA",
  "draft.subject": "Roster change: {change}",
  "draft.hello": "Hello,",
  "draft.hello.name": "Hello {name},",
  "draft.ask":
    "Please make this change in the student information system, so that the roster files carry it to {portal}.",
  "draft.kind": "Kind of change: {change}",
  "draft.field": "What to correct: {field}",
  "draft.school": "School: {school}",
  "draft.class": "Class: {class}",
  "draft.teacher": "Teacher: {teacher}",
  "draft.date": "Reported on: {date}",
  "draft.expected": "Expected in the roster by: {date}",
  "draft.blanks": "Please include (fill in before sending):",
  "draft.blank": "{label}: ____",
  "draft.blank.value": "Correct value",
  "draft.note": "Note: {note}",
  "draft.thanks": "Thank you.",

  "channel.mail": "Write to {who}",
  "channel.phone": "Call {who}: {phone}",
  "channel.form": "Open the web form",
  "channel.ticket": "Open a ticket",
  "channel.ticket.mark": "Open a ticket marked “{mark}”",

  "reminder.subject": "Reminder: {subject}",
  "reminder.body":
    "On {reported} I reported the change below. It was expected in the roster by {expected} and is not there yet. Could you tell me how it stands?",
  "event.summary": "Look at the roster: {change}",
  "event.description":
    "This change was reported on {reported} and should show in {portal} by today. If it does not, send a reminder to {who}.",

  "staff.title": "How our class rosters in {portal} are kept",
  "staff.automated":
    "{lea} uses automated rostering: class rosters in {portal} are filled from our enrollment files.",
  "staff.schedule": "The files are processed {schedule}.",
  "staff.overwritten":
    "Manual changes in {portal} are overwritten by the next update. Please do not add, change or inactivate students there.",
  "staff.delay":
    "There can be a delay between a student walking into the classroom and the student appearing in the roster.",
  "staff.report": "If something in a roster is wrong, report it this way:",
  "staff.line": "{change}: {who}{days}{include}",
  "staff.line.days.one": "; expect it within {count} school day",
  "staff.line.days.other": "; expect it within {count} school days",
  "staff.line.include": ". Include: {include}",
  "staff.none": "We have not yet set down whom to tell. Ask your campus registrar.",
  "schedule.days": "on {days} at {time}",
  "schedule.daily": "every day at {time}",
  "schedule.holidays": ", except on school holidays",

  "registrar.title": "Guidelines for registrars: enrollment and {portal}",
  "registrar.intro":
    "What is entered in the student information system reaches {portal} with the roster files. For each kind of change:",
  "registrar.heading": "{change}",
  "registrar.who": "Requests go to: {who}",
  "registrar.channels": "They come by: {channels}",
  "registrar.include": "They include: {include}",
  "registrar.days.one": "Teachers expect to see the change within {count} school day.",
  "registrar.days.other": "Teachers expect to see the change within {count} school days.",
  "registrar.note": "Note: {note}",
  "registrar.missing": "Not set down yet: {changes}.",
  "registrar.homeroom":
    "Only homeroom classes, and students enrolled in one, appear in {portal}. A new class can need one update, its students the next.",
  "registrar.ids": "Keep every Internal ID as it is: a changed ID makes a second student or class.",
  "registrar.someone": "your campus registrar",
  "channel-name.mail": "e-mail",
  "channel-name.phone": "phone",
  "channel-name.form": "web form",
  "channel-name.ticket": "ticket",

  "ticket.subject": "{mark}: question about the roster files of {lea}",
  "ticket.body": "This is about automated rostering for {lea}{id}.",
  "ticket.what": "What we see: ____",
  "ticket.since": "Since when: ____",
  "ticket.files": "Files sent: {schedule} ({zone})",
  "ticket.schools": "Schools concerned: ____",
  "ticket.done": "What we have already checked: ____",
  "ticket.contact": "Whom to contact: ____",
  "ticket.privacy": "Please do not put student names in this ticket; use the secure folder for examples.",

  notification:
    "Rosters here are filled automatically from {lea}'s files ({schedule}). Manual changes will be overwritten. To report a change: {who}.",
} as const satisfies Record<string, string>;

export type ProcedureWord = keyof typeof wordsEn;
