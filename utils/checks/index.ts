import type { Rule } from "./rule.ts";
import { rule as ageAgainstGrade } from "./rules/age-against-grade.ts";
import { rule as birthDateImplausible } from "./rules/birth-date-implausible.ts";
import { rule as blankAroundValue } from "./rules/blank-around-value.ts";
import { rule as booleanMalformed } from "./rules/boolean-malformed.ts";
import { rule as bulkWithStatus } from "./rules/bulk-with-status.ts";
import { rule as cellTooLong } from "./rules/cell-too-long.ts";
import { rule as classNotHomeroom } from "./rules/class-not-homeroom.ts";
import { rule as classWithoutPrimaryTeacher } from "./rules/class-without-primary-teacher.ts";
import { rule as classWithoutStudents } from "./rules/class-without-students.ts";
import { rule as classWithoutTeacher } from "./rules/class-without-teacher.ts";
import { rule as columnOrder } from "./rules/column-order.ts";
import { rule as courseOfAnotherSchool } from "./rules/course-of-another-school.ts";
import { rule as courseWithoutClass } from "./rules/course-without-class.ts";
import { rule as damagedText } from "./rules/damaged-text.ts";
import { rule as danglingReference } from "./rules/dangling-reference.ts";
import { rule as dateMalformed } from "./rules/date-malformed.ts";
import { rule as deletedButReferenced } from "./rules/deleted-but-referenced.ts";
import { rule as deltaWithoutStatus } from "./rules/delta-without-status.ts";
import { rule as duplicateHeader } from "./rules/duplicate-header.ts";
import { rule as duplicateKey } from "./rules/duplicate-key.ts";
import { rule as duplicatePerson } from "./rules/duplicate-person.ts";
import { rule as emailMalformed } from "./rules/email-malformed.ts";
import { rule as emailOfTwoPeople } from "./rules/email-of-two-people.ts";
import { rule as emptyFile } from "./rules/empty-file.ts";
import { rule as emptyHeader } from "./rules/empty-header.ts";
import { rule as encryptedFile } from "./rules/encrypted-file.ts";
import { rule as enrollmentOutOfItsDates } from "./rules/enrollment-out-of-its-dates.ts";
import { rule as enrollmentRepeated } from "./rules/enrollment-repeated.ts";
import { rule as enrollmentRoleDiffers } from "./rules/enrollment-role-differs.ts";
import { rule as enrollmentSchoolDiffers } from "./rules/enrollment-school-differs.ts";
import { rule as enumValueUnknown } from "./rules/enum-value-unknown.ts";
import { rule as exampleRow } from "./rules/example-row.ts";
import { rule as fileChanged } from "./rules/file-changed.ts";
import { rule as fileNotRecognised } from "./rules/file-not-recognised.ts";
import { rule as fileTooLarge } from "./rules/file-too-large.ts";
import { rule as fileWouldWipeRecords } from "./rules/file-would-wipe-records.ts";
import { rule as filesOfDifferentDays } from "./rules/files-of-different-days.ts";
import { rule as folderInZip } from "./rules/folder-in-zip.ts";
import { rule as gitLfsPointer } from "./rules/git-lfs-pointer.ts";
import { rule as headerCase } from "./rules/header-case.ts";
import { rule as headerMissing } from "./rules/header-missing.ts";
import { rule as headerOnly } from "./rules/header-only.ts";
import { rule as headerRenamed } from "./rules/header-renamed.ts";
import { rule as hiddenCharacter } from "./rules/hidden-character.ts";
import { rule as identifierMalformed } from "./rules/identifier-malformed.ts";
import { rule as internalIdChanged } from "./rules/internal-id-changed.ts";
import { rule as irregularQuotes } from "./rules/irregular-quotes.ts";
import { rule as jointKeyRepeated } from "./rules/joint-key-repeated.ts";
import { rule as lineEndingsDiffer } from "./rules/line-endings-differ.ts";
import { rule as listItemEmpty } from "./rules/list-item-empty.ts";
import { rule as listItemRepeated } from "./rules/list-item-repeated.ts";
import { rule as listSeparatorWrong } from "./rules/list-separator-wrong.ts";
import { rule as lostLeadingZeros } from "./rules/lost-leading-zeros.ts";
import { rule as manifestAgainstContent } from "./rules/manifest-against-content.ts";
import { rule as metadataColumnMissing } from "./rules/metadata-column-missing.ts";
import { rule as missingColumn } from "./rules/missing-column.ts";
import { rule as missingFile } from "./rules/missing-file.ts";
import { rule as modifiedAhead } from "./rules/modified-ahead.ts";
import { rule as notUtf8 } from "./rules/not-utf-8.ts";
import { rule as nulBytes } from "./rules/nul-bytes.ts";
import { rule as numberMalformed } from "./rules/number-malformed.ts";
import { rule as numberOfTwoPeople } from "./rules/number-of-two-people.ts";
import { rule as numberOutOfRange } from "./rules/number-out-of-range.ts";
import { rule as nycClassNotOnRacl } from "./rules/nyc-class-not-on-racl.ts";
import { rule as nycClassWithoutTeacher } from "./rules/nyc-class-without-teacher.ts";
import { rule as nycEisWithoutEmail } from "./rules/nyc-eis-without-email.ts";
import { rule as nycNicknameShared } from "./rules/nyc-nickname-shared.ts";
import { rule as nycNicknameWithoutEis } from "./rules/nyc-nickname-without-eis.ts";
import { rule as nycOfficialClassDamaged } from "./rules/nyc-official-class-damaged.ts";
import { rule as nycStudentInTwoClasses } from "./rules/nyc-student-in-two-classes.ts";
import { rule as nycTeacherNameShared } from "./rules/nyc-teacher-name-shared.ts";
import { rule as nycTeacherNotInPedagogueFile } from "./rules/nyc-teacher-not-in-pedagogue-file.ts";
import { rule as ohioClaimNotInClass } from "./rules/ohio-claim-not-in-class.ts";
import { rule as ohioClaimOutsideStudentMonths } from "./rules/ohio-claim-outside-student-months.ts";
import { rule as ohioClaimOutsideTeacherMonths } from "./rules/ohio-claim-outside-teacher-months.ts";
import { rule as ohioDoesNotTakePart } from "./rules/ohio-does-not-take-part.ts";
import { rule as ohioEducatorWithoutStateId } from "./rules/ohio-educator-without-state-id.ts";
import { rule as ohioOnlyMayJune } from "./rules/ohio-only-may-june.ts";
import { rule as ohioOverclaimed } from "./rules/ohio-overclaimed.ts";
import { rule as ohioStudentAfterSpringTest } from "./rules/ohio-student-after-spring-test.ts";
import { rule as ohioStudentGradeOutOfScope } from "./rules/ohio-student-grade-out-of-scope.ts";
import { rule as ohioSubjectOutOfScope } from "./rules/ohio-subject-out-of-scope.ts";
import { rule as ohioTermAgainstMonths } from "./rules/ohio-term-against-months.ts";
import { rule as ohioUnderclaimed } from "./rules/ohio-underclaimed.ts";
import { rule as parentCycle } from "./rules/parent-cycle.ts";
import { rule as parentNotWider } from "./rules/parent-not-wider.ts";
import { rule as patternNotMet } from "./rules/pattern-not-met.ts";
import { rule as phoneMalformed } from "./rules/phone-malformed.ts";
import { rule as placeholderValue } from "./rules/placeholder-value.ts";
import { rule as primaryOrgWithoutRole } from "./rules/primary-org-without-role.ts";
import { rule as primaryRoleNotOne } from "./rules/primary-role-not-one.ts";
import { rule as profileOfAnotherUser } from "./rules/profile-of-another-user.ts";
import { rule as raggedRows } from "./rules/ragged-rows.ts";
import { rule as receiverLimitExceeded } from "./rules/receiver-limit-exceeded.ts";
import { rule as receiverReportInPackage } from "./rules/receiver-report-in-package.ts";
import { rule as recordRowsDiffer } from "./rules/record-rows-differ.ts";
import { rule as requiredValueMissing } from "./rules/required-value-missing.ts";
import { rule as reservedHeader } from "./rules/reserved-header.ts";
import { rule as schoolNotASchool } from "./rules/school-not-a-school.ts";
import { rule as schoolWithoutDistrict } from "./rules/school-without-district.ts";
import { rule as schoolYearDiffers } from "./rules/school-year-differs.ts";
import { rule as sessionBackwards } from "./rules/session-backwards.ts";
import { rule as sessionOfWrongType } from "./rules/session-of-wrong-type.ts";
import { rule as sessionOutsideParent } from "./rules/session-outside-parent.ts";
import { rule as sizeUnlikeLastFile } from "./rules/size-unlike-last-file.ts";
import { rule as spreadsheetDate } from "./rules/spreadsheet-date.ts";
import { rule as stateIdOfTwoPeople } from "./rules/state-id-of-two-people.ts";
import { rule as studentAlsoStaff } from "./rules/student-also-staff.ts";
import { rule as studentAsAgent } from "./rules/student-as-agent.ts";
import { rule as studentEnrolledElsewhere } from "./rules/student-enrolled-elsewhere.ts";
import { rule as studentInTwoHomerooms } from "./rules/student-in-two-homerooms.ts";
import { rule as studentMarkedPrimary } from "./rules/student-marked-primary.ts";
import { rule as studentWithoutDemographics } from "./rules/student-without-demographics.ts";
import { rule as studentWithoutHomeroom } from "./rules/student-without-homeroom.ts";
import { rule as subjectsAndCodesDiffer } from "./rules/subjects-and-codes-differ.ts";
import { rule as syncWouldBeHeld } from "./rules/sync-would-be-held.ts";
import { rule as systemFilesInPackage } from "./rules/system-files-in-package.ts";
import { rule as titleLinesBeforeHeader } from "./rules/title-lines-before-header.ts";
import { rule as truncatedZip } from "./rules/truncated-zip.ts";
import { rule as twoPrimaryTeachers } from "./rules/two-primary-teachers.ts";
import { rule as unclosedQuote } from "./rules/unclosed-quote.ts";
import { rule as unknownColumn } from "./rules/unknown-column.ts";
import { rule as unreadableWorkbook } from "./rules/unreadable-workbook.ts";
import { rule as unsafeZip } from "./rules/unsafe-zip.ts";
import { rule as userIdMalformed } from "./rules/user-id-malformed.ts";
import { rule as userWithoutRole } from "./rules/user-without-role.ts";
import { rule as usernameOfTwoPeople } from "./rules/username-of-two-people.ts";
import { rule as valueTooLong } from "./rules/value-too-long.ts";
import { rule as wrongDelimiter } from "./rules/wrong-delimiter.ts";
import { rule as wrongFileType } from "./rules/wrong-file-type.ts";
import { rule as yearMalformed } from "./rules/year-malformed.ts";
import { rule as zipInZip } from "./rules/zip-in-zip.ts";

/** The catalogue: every rule, in alphabetical order. test/catalogue.test.ts keeps it complete. */
export const rules: readonly Rule[] = [
  ageAgainstGrade,
  birthDateImplausible,
  blankAroundValue,
  booleanMalformed,
  bulkWithStatus,
  cellTooLong,
  classNotHomeroom,
  classWithoutPrimaryTeacher,
  classWithoutStudents,
  classWithoutTeacher,
  columnOrder,
  courseOfAnotherSchool,
  courseWithoutClass,
  damagedText,
  danglingReference,
  dateMalformed,
  deletedButReferenced,
  deltaWithoutStatus,
  duplicateHeader,
  duplicateKey,
  duplicatePerson,
  emailMalformed,
  emailOfTwoPeople,
  emptyFile,
  emptyHeader,
  encryptedFile,
  enrollmentOutOfItsDates,
  enrollmentRepeated,
  enrollmentRoleDiffers,
  enrollmentSchoolDiffers,
  enumValueUnknown,
  exampleRow,
  fileChanged,
  fileNotRecognised,
  fileTooLarge,
  fileWouldWipeRecords,
  filesOfDifferentDays,
  folderInZip,
  gitLfsPointer,
  headerCase,
  headerMissing,
  headerOnly,
  headerRenamed,
  hiddenCharacter,
  identifierMalformed,
  internalIdChanged,
  irregularQuotes,
  jointKeyRepeated,
  lineEndingsDiffer,
  listItemEmpty,
  listItemRepeated,
  listSeparatorWrong,
  lostLeadingZeros,
  manifestAgainstContent,
  metadataColumnMissing,
  missingColumn,
  missingFile,
  modifiedAhead,
  notUtf8,
  nulBytes,
  numberMalformed,
  numberOfTwoPeople,
  numberOutOfRange,
  nycClassNotOnRacl,
  nycClassWithoutTeacher,
  nycEisWithoutEmail,
  nycNicknameShared,
  nycNicknameWithoutEis,
  nycOfficialClassDamaged,
  nycStudentInTwoClasses,
  nycTeacherNameShared,
  nycTeacherNotInPedagogueFile,
  ohioClaimNotInClass,
  ohioClaimOutsideStudentMonths,
  ohioClaimOutsideTeacherMonths,
  ohioDoesNotTakePart,
  ohioEducatorWithoutStateId,
  ohioOnlyMayJune,
  ohioOverclaimed,
  ohioStudentAfterSpringTest,
  ohioStudentGradeOutOfScope,
  ohioSubjectOutOfScope,
  ohioTermAgainstMonths,
  ohioUnderclaimed,
  parentCycle,
  parentNotWider,
  patternNotMet,
  phoneMalformed,
  placeholderValue,
  primaryOrgWithoutRole,
  primaryRoleNotOne,
  profileOfAnotherUser,
  raggedRows,
  receiverLimitExceeded,
  receiverReportInPackage,
  recordRowsDiffer,
  requiredValueMissing,
  reservedHeader,
  schoolNotASchool,
  schoolWithoutDistrict,
  schoolYearDiffers,
  sessionBackwards,
  sessionOfWrongType,
  sessionOutsideParent,
  sizeUnlikeLastFile,
  spreadsheetDate,
  stateIdOfTwoPeople,
  studentAlsoStaff,
  studentAsAgent,
  studentEnrolledElsewhere,
  studentInTwoHomerooms,
  studentMarkedPrimary,
  studentWithoutDemographics,
  studentWithoutHomeroom,
  subjectsAndCodesDiffer,
  syncWouldBeHeld,
  systemFilesInPackage,
  titleLinesBeforeHeader,
  truncatedZip,
  twoPrimaryTeachers,
  unclosedQuote,
  unknownColumn,
  unreadableWorkbook,
  unsafeZip,
  userIdMalformed,
  userWithoutRole,
  usernameOfTwoPeople,
  valueTooLong,
  wrongDelimiter,
  wrongFileType,
  yearMalformed,
  zipInZip,
];

export const findRule = (id: string): Rule | undefined => rules.find((rule) => rule.id === id);
