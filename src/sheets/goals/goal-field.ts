import type { GoalPlace } from '../../model/ids.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { Cell } from '../sheet.ts';
import type { Field } from '../unit-sheet.ts';
import type { Part } from './parts.ts';

/** A column of the Goals sheet. One without these says nothing of a unit's segments. */
export interface GoalField extends Field {
  /** Which goals a cell holds: typing there shares them out. null = none that can be typed. */
  placeOf?(unit: Unit, part: Part | null): GoalPlace | null;
  partCell?(unit: Unit, part: Part): Cell;
  /** Which goals a cell says something of, where it holds none. */
  about?(unit: Unit): GoalPlace;
}
