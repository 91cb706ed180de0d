/** A table of rows and columns: which row and column each cell is in (-1 = one that may come to anything). */
export interface Grid {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly rowSum: Float64Array;
  readonly columnSum: Float64Array;
}

/** What is short, and the rows and columns that leave it so. */
export interface Shortage {
  readonly short: number;
  readonly rows: Uint8Array;
  readonly columns: Uint8Array;
}

/**
 * Fills a table with whole numbers between `low` and `high` so that every row and column has its sum: maximum flow
 * (Dinic 1970) from a first filling, preferring the cells that come first in `order`. First the rows are filled up,
 * then the columns from what may come to anything; the second keeps what the first has reached.
 */
export function transport(
  grid: Grid,
  low: Float64Array,
  high: Float64Array,
  start: Float64Array,
  order: ArrayLike<number>,
): Float64Array | Shortage {
  const flow = new Flow(grid, low, high, start, order);
  return flow.fill() ?? flow.amounts;
}

class Flow {
  readonly amounts: Float64Array;
  private readonly rows: number;
  private readonly nodes: number;
  /** Cells of each node, one node after another. */
  private readonly first: Int32Array;
  private readonly cells: Int32Array;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly missing: Float64Array;
  private readonly level: Int32Array;
  private readonly at: Int32Array;
  private readonly supply: Float64Array;
  private readonly room: Float64Array;

  constructor(
    grid: Grid,
    private readonly low: Float64Array,
    private readonly high: Float64Array,
    start: Float64Array,
    order: ArrayLike<number>,
  ) {
    const { row, column, rowSum, columnSum } = grid;
    this.amounts = start.slice();
    this.rows = rowSum.length + 1;
    this.nodes = this.rows + columnSum.length + 1;
    this.from = row.map((at) => (at < 0 ? rowSum.length : at));
    this.to = column.map((at) => this.rows + (at < 0 ? columnSum.length : at));
    this.first = new Int32Array(this.nodes + 1);
    this.cells = new Int32Array(row.length * 2);
    this.missing = new Float64Array(this.nodes);
    this.level = new Int32Array(this.nodes);
    this.at = new Int32Array(this.nodes);
    this.supply = new Float64Array(this.nodes);
    this.room = new Float64Array(this.nodes);
    this.index(order);
    this.missing.set(rowSum);
    this.missing.set(columnSum, this.rows);
    for (let cell = 0; cell < row.length; cell++) this.count(cell, this.amounts[cell] ?? 0);
  }

  private index(order: ArrayLike<number>): void {
    const { first, from, to } = this;
    for (let cell = 0; cell < from.length; cell++)
      for (const node of [from[cell] ?? 0, to[cell] ?? 0]) first[node + 1] = (first[node + 1] ?? 0) + 1;
    for (let node = 0; node < this.nodes; node++)
      first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
    const next = first.slice();
    for (let at = 0; at < order.length; at++) {
      const cell = order[at] ?? 0;
      for (const node of [from[cell] ?? 0, to[cell] ?? 0]) {
        this.cells[next[node] ?? 0] = cell;
        next[node] = (next[node] ?? 0) + 1;
      }
    }
  }

  private count(cell: number, amount: number): void {
    const { missing } = this;
    const from = this.from[cell] ?? 0;
    const to = this.to[cell] ?? 0;
    missing[from] = (missing[from] ?? 0) - amount;
    missing[to] = (missing[to] ?? 0) - amount;
  }

  /** null = filled. */
  fill(): Shortage | null {
    const freeRow = this.rows - 1;
    const freeColumn = this.nodes - 1;
    this.supply.set(this.missing.subarray(0, freeRow));
    this.room.set(this.missing.subarray(this.rows, freeColumn), this.rows);
    this.room[freeRow] = this.room[freeColumn] = Infinity;
    this.push();
    const short = this.supply.reduce((sum, left) => sum + left, 0);
    if (short > 0) return this.shortage(short, true);
    this.supply.fill(0);
    this.supply[freeRow] = this.supply[freeColumn] = Infinity;
    this.room[freeRow] = this.room[freeColumn] = 0;
    this.push();
    const open = this.room.reduce((sum, left) => sum + left, 0);
    return open > 0 ? this.shortage(open, false) : null;
  }

  private push(): void {
    while (this.levels()) {
      this.at.set(this.first.subarray(0, this.nodes));
      for (let node = 0; node < this.nodes; node++) {
        for (;;) {
          const sent = this.send(node, this.supply[node] ?? 0);
          if (sent <= 0) break;
          this.supply[node] = (this.supply[node] ?? 0) - sent;
        }
      }
    }
  }

  /** How far each node is from a supply; false once nothing with room is reached. */
  private levels(): boolean {
    this.level.fill(-1);
    const queue: number[] = [];
    for (let node = 0; node < this.nodes; node++) {
      if ((this.supply[node] ?? 0) <= 0) continue;
      this.level[node] = 0;
      queue.push(node);
    }
    let reached = false;
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head] ?? 0;
      if ((this.room[node] ?? 0) > 0) reached = true;
      for (let at = this.first[node] ?? 0; at < (this.first[node + 1] ?? 0); at++) {
        const cell = this.cells[at] ?? 0;
        const next = this.other(node, cell);
        if ((this.level[next] ?? 0) >= 0 || this.slack(node, cell) <= 0) continue;
        this.level[next] = (this.level[node] ?? 0) + 1;
        queue.push(next);
      }
    }
    return reached;
  }

  private other(node: number, cell: number): number {
    return (node < this.rows ? this.to[cell] : this.from[cell]) ?? 0;
  }

  /** From a row more can be put into a cell, from a column what is in it can be taken back. */
  private slack(node: number, cell: number): number {
    const amount = this.amounts[cell] ?? 0;
    return node < this.rows ? (this.high[cell] ?? 0) - amount : amount - (this.low[cell] ?? 0);
  }

  private send(node: number, most: number): number {
    if (most <= 0) return 0;
    const room = this.room[node] ?? 0;
    if (room > 0) {
      const sent = Math.min(room, most);
      this.room[node] = room - sent;
      return sent;
    }
    const end = this.first[node + 1] ?? 0;
    for (let at = this.at[node] ?? 0; at < end; at = (this.at[node] ?? 0) + 1) {
      this.at[node] = at;
      const cell = this.cells[at] ?? 0;
      const next = this.other(node, cell);
      if (this.level[next] !== (this.level[node] ?? 0) + 1) continue;
      const sent = this.send(next, Math.min(most, this.slack(node, cell)));
      if (sent <= 0) continue;
      this.amounts[cell] = (this.amounts[cell] ?? 0) + (node < this.rows ? sent : -sent);
      return sent;
    }
    this.at[node] = end;
    return 0;
  }

  /** Rows and columns that are short, and all that could send them nothing more, or take nothing more from them. */
  private shortage(short: number, ofRows: boolean): Shortage {
    const seen = new Uint8Array(this.nodes);
    const open = ofRows ? this.supply : this.room;
    const queue: number[] = [];
    const visit = (node: number): void => {
      if (seen[node] === 1) return;
      seen[node] = 1;
      queue.push(node);
    };
    for (let node = 0; node < this.nodes; node++)
      if ((open[node] ?? 0) > 0 && open[node] !== Infinity) visit(node);
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head] ?? 0;
      for (let at = this.first[node] ?? 0; at < (this.first[node + 1] ?? 0); at++) {
        const cell = this.cells[at] ?? 0;
        const next = this.other(node, cell);
        if (this.slack(ofRows ? node : next, cell) > 0) visit(next);
      }
    }
    return { short, rows: seen.slice(0, this.rows - 1), columns: seen.slice(this.rows, this.nodes - 1) };
  }
}
