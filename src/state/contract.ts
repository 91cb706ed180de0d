import type { Change, RecordChange, RecordEntry } from '../model/diff.ts';
import type { Failure, Result } from '../model/failure.ts';
import type { RecordKind } from '../model/ids.ts';
import type { Values } from '../model/json.ts';
import type {
  FileReport,
  GivenFile,
  MergePart,
  MergePreview,
  MergeProgress,
  MergeRow,
} from '../model/merging.ts';
import type { AnswerTo, Query } from '../model/planning.ts';
import type { Day } from '../model/time.ts';
import type { PageText, PlanStorage } from '../storage/storage.ts';

/** What a step of undo is called; i18n writes it (namespace `steps`). */
export interface StepLabel {
  readonly code:
    | 'type'
    | 'paste'
    | 'fill'
    | 'clear'
    | 'cut'
    | 'replace'
    | 'import'
    | 'spread'
    | 'override'
    | 'restore'
    | 'restoreVersion'
    | 'merge'
    | 'addRows'
    | 'deleteRows'
    | 'move'
    | 'settings'
    | 'create'
    | 'scenario'
    | 'keepScenario'
    | 'dropScenario'
    | 'log'
    | 'note'
    | 'leave'
    | 'catchUp'
    | 'handOut'
    | 'agree'
    | 'check'
    | 'lock'
    | 'alert'
    | 'report';
  readonly count?: number;
  /** Acts of one run that follow each other closely, such as taps on a counter, are one step of undo. */
  readonly run?: string;
}

/** `memory`: private mode or "use without keeping"; `blocked`: an old tab or a newer version holds the database. */
export type SavedState = 'saved' | 'saving' | 'failed' | 'memory' | 'readOnly';

/** The open plan as views see it. Fields marked (rune) are reactive; records are plain and read through `revision`. */
export interface PlanSession {
  readonly planId: string;
  /** What is read is the plan with an open what-if laid over it. */
  readonly isWhatIf?: boolean;
  /** (rune) Raised by every change of records. */
  readonly revision: number;
  /** (rune) */
  readonly saved: SavedState;
  /** (rune) What is wrong with keeping, said in a banner; null = nothing. */
  readonly problem: Failure | null;
  /** (rune) */
  readonly undoStep: StepLabel | null;
  /** (rune) */
  readonly redoStep: StepLabel | null;
  /** (rune) What is typed is refused: the plan was opened to be looked at. */
  readonly readOnly?: boolean;
  /** (rune) How often something was refused for that. */
  readonly readOnlyRefusals?: number;
  /** (rune) How often a commit was refused because this is a part of a plan, which may not change that. */
  readonly partRefusals?: number;
  /** (rune) Today. */
  readonly asOf: Day;
  /** Another day has begun: the planner takes it over. */
  turnTo(day: Day): void;
  get(id: string): Values | undefined;
  /** All live records of a kind, in no particular order. */
  ofKind(kind: RecordKind): readonly RecordEntry[];
  /** What the last act of this tab was, if it gave the field its value and nothing was done since; else null. */
  justPut(id: string, field: string): StepLabel['code'] | null;
  /** When a record was last written (ms, by the writer's clock); null = never. */
  writtenAt(id: string): number | null;
  /** Records of a kind that were removed, with the values they had last; looked up among all that is stored. */
  removedOfKind(kind: RecordKind): readonly RecordEntry[];
  /** Optimistic: records change at once; resolves when it is stored (or failed, see `saved` and `problem`). */
  commit(changes: readonly Change[], label: StepLabel): Promise<void>;
  /** Resolves to the cells that were skipped because another tab or file changed them since. */
  undo(): Promise<readonly string[]>;
  redo(): Promise<readonly string[]>;
  /** What was typed is being worked out: until then nothing is called saved. */
  awaits(act: Promise<unknown>): void;
  /** Resolves to the number of the last stored commit once nothing is worked out or waits to be stored. */
  settled(): Promise<number>;
  /** Asks the planner; null = an answer that is no longer current. */
  read<Q extends Query>(query: Q): Promise<AnswerTo<Q> | null>;
  close(): void;
}

export interface PlanInfo {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  readonly changedAt: number;
  readonly deletedAt: number | null;
  readonly readOnly: boolean;
}

/** What came of joining files to a plan. */
export interface Merged {
  /** Each file, and why it could not be read or is not of this plan. */
  readonly files: readonly FileReport[];
  /** Something is new. */
  readonly changed: boolean;
  /** Cells that are in dispute now. */
  readonly conflicts: number;
  readonly stored: Result<void>;
}

/** Files that have been read: what they are, and what may be done with them. To be closed. */
export interface PlanFilesRead {
  readonly reports: readonly FileReport[];
  /** The plan on this device that these files are of, in the bin too. */
  known(planId: string): Promise<PlanInfo | null>;
  /** As the very plan that it is, so that it can be merged with its other copies. */
  openAs(planId: string, readOnly: boolean): Promise<Result<PlanInfo>>;
  /** As another plan that never merges with it. */
  openCopy(planId: string, name: string): Promise<Result<PlanInfo>>;
  merge(planId: string, progress?: (done: MergeProgress) => void): Promise<Result<PlanMerge>>;
  close(): void;
}

/** A merge that has been worked out and not been made. */
export interface PlanMerge {
  readonly preview: MergePreview;
  rows(part: MergePart | null, from: number, count: number): Promise<readonly MergeRow[]>;
  changes(from: number, count: number): Promise<readonly RecordChange[]>;
  /** Joins the files, then `choices` as one ordinary commit: one step of undo. */
  apply(choices: readonly Change[]): Promise<Result<void>>;
}

/** A plan as it is at one moment. */
export interface PlanContent {
  readonly name: string;
  readonly pages: readonly PageText[];
  /** Number of the commit up to which it goes; null = it holds what could not be stored. */
  readonly seq: number | null;
}

/** All plans of this device. */
export interface PlanShelf {
  /** (rune) newest first, without deleted ones. */
  readonly plans: readonly PlanInfo[];
  /** (rune) false in private mode without IndexedDB and under "use without keeping". */
  readonly keeps: boolean;
  /** (rune) */
  readonly problem: Failure | null;
  /** Where they are kept. */
  readonly storage: Promise<PlanStorage>;
  open(planId: string): Promise<PlanSession | null>;
  create(name: string, records: readonly RecordEntry[]): Promise<PlanSession>;
  rename(planId: string, name: string): Promise<void>;
  duplicate(planId: string, name: string): Promise<PlanInfo>;
  /** Undoable: `undelete` brings it back as it was. */
  remove(planId: string): Promise<void>;
  undelete(planId: string): Promise<void>;
  /** Everything of this app on this device: plans, settings, caches. */
  removeEverything(): Promise<void>;
  /** From now on nothing is stored; what is open stays in memory. */
  useWithoutKeeping(): void;
  /** Tries again to open and write the store after a failure. */
  retry(): Promise<void>;
  /** A plan's name and content as it is stored, what waits included. */
  contentOf(planId: string): Promise<PlanContent>;
  /** To be called before any facts of a plan leave this device; resolves to those that may. */
  publish(planId: string): Promise<PlanContent>;
  /** The plan file's bytes (gzip). */
  exportFile(planId: string): Promise<{ name: string; bytes: Uint8Array }>;
  /** Reads plan files, to be opened or merged. */
  readFiles(files: readonly GivenFile[], progress?: (done: MergeProgress) => void): Promise<PlanFilesRead>;
  /**
   * Joins files to a plan, and then `choices` as one ordinary commit; without an undo step, as a merge that nobody asked
   * for is. Cells in dispute that no choice settles stay so.
   */
  mergeInto(planId: string, files: readonly GivenFile[], choices?: readonly Change[]): Promise<Merged>;
  /** A plan that is only looked at, or no longer. */
  setReadOnly(planId: string, readOnly: boolean): Promise<void>;
}
