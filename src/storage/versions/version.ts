/**
 * Why an earlier state was kept: before which act, once a day, or because somebody asked. `folder`: before files of a
 * team folder were joined by themselves.
 */
export type VersionReason =
  | 'import'
  | 'merge'
  | 'folder'
  | 'spread'
  | 'paste'
  | 'fill'
  | 'clear'
  | 'replace'
  | 'delete'
  | 'scenario'
  | 'restore'
  | 'daily'
  | 'named';

/** What is known of a version when it is to be kept. */
export interface VersionAsked {
  readonly plan: string;
  /** Wall clock, milliseconds. */
  readonly at: number;
  readonly reason: VersionReason;
  /** How much the act touches: rows of an import, cells of a paste. */
  readonly count?: number;
  /** Given by hand; such a version is never thinned. */
  readonly name?: string;
  /** The calendar day of `at`, for the one a day. */
  readonly day?: string;
}

/** A packed run of pages, as a version refers to it. */
export interface PartRef {
  readonly hash: string;
  /** Packed bytes. */
  readonly size: number;
  /** Where its first page stands in the order of pages. */
  readonly from: string;
}

export interface VersionRow extends Omit<VersionAsked, 'name'> {
  name?: string;
  readonly id: string;
  /** Number of the last commit that it holds. */
  readonly seq: number;
  readonly parts: readonly PartRef[];
}

/** Packed pages, once for all versions of a plan that hold them. */
export interface PartRow {
  readonly plan: string;
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A version as it is listed. */
export interface VersionInfo extends VersionAsked {
  readonly id: string;
  readonly seq: number;
  /** Packed bytes of all that it consists of, whatever others hold of it too. */
  readonly size: number;
}

/** Bytes that the plans of this device take, and their versions. */
export interface Usage {
  readonly plans: number;
  readonly versions: number;
}

export interface VersionList {
  /** The newest first. */
  readonly versions: readonly VersionInfo[];
  /** Bytes of all of them together: what did not change is stored once. */
  readonly size: number;
}

export const infoOf = ({ parts, ...row }: VersionRow): VersionInfo => ({
  ...row,
  size: parts.reduce((sum, { size }) => sum + size, 0),
});
