import { staffContracts } from '#domain/staff/staff.contract.ts';
import {
  changeActive,
  changePerson,
  changeRoles,
  createPerson,
  resetPassword,
} from '#server/features/staff/people.commands.ts';
import { listBays, listPeople, listStaff, listTeams } from '#server/features/staff/staff.queries.ts';
import { changeBay, changeTeam, createBay, createTeam } from '#server/features/staff/workplace.commands.ts';
import { bind } from '#server/http/bind.ts';

/** No receipt may keep a trace of a password. */
const secret = { receipt: false };

export const staffRoutes = [
  bind(staffContracts.listStaff, listStaff),
  bind(staffContracts.listPeople, listPeople),
  bind(staffContracts.createPerson, createPerson, secret),
  bind(staffContracts.changePerson, changePerson),
  bind(staffContracts.changeRoles, changeRoles),
  bind(staffContracts.changeActive, changeActive),
  bind(staffContracts.resetPassword, resetPassword, secret),
  bind(staffContracts.listTeams, listTeams),
  bind(staffContracts.createTeam, createTeam),
  bind(staffContracts.changeTeam, changeTeam),
  bind(staffContracts.listBays, listBays),
  bind(staffContracts.createBay, createBay),
  bind(staffContracts.changeBay, changeBay),
];
