export { type CheckInPage, checkInPage } from './check-in-page.ts';
export { type ExerciseTodayPage, exerciseTodayPage } from './exercise-page.ts';
export { type ClinicianPage, clinicianPage, type MorePage, morePage } from './more-pages.ts';
export { type OverviewPage, overviewPage } from './overview-page.ts';
export type { RecoverPage } from './parts.ts';
export { type ProgressPage, progressPage } from './progress-page.ts';
export { type Posted, type StartPage, startPage } from './start-page.ts';
export { type SuppliesPage, suppliesPage } from './supplies-page.ts';
export {
  type LockedTodayPage,
  lockedTodayPage,
  type NoTodayPage,
  noTodayPage,
  type TodayPage,
  todayPage,
} from './today-page.ts';
