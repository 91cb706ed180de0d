import { fail, ok, type Result } from '../failure.ts';

/** Reads one literal (`1,200`, `3万`, `20%`) inside a formula. */
export type LiteralReader = (text: string) => number | null;

const TOKEN = /\s*([-+*/()]|[^-+*/()\s]+)/gy;
const LONGEST = 300;

class Reader {
  readonly tokens: readonly string[];
  private readonly literal: LiteralReader;
  private at = 0;

  constructor(text: string, literal: LiteralReader) {
    this.tokens = [...text.matchAll(TOKEN)].map((match) => match[1] ?? '');
    this.literal = literal;
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  /** NaN anywhere means: this is not arithmetic. */
  sum(): number {
    let value = this.product();
    while (this.next('+', '-')) value += (this.taken() === '-' ? -1 : 1) * this.product();
    return value;
  }

  private product(): number {
    let value = this.factor();
    while (this.next('*', '/')) {
      const divides = this.taken() === '/';
      const factor = this.factor();
      value = divides ? value / factor : value * factor;
    }
    return value;
  }

  private factor(): number {
    if (this.next('-', '+')) return (this.taken() === '-' ? -1 : 1) * this.factor();
    if (!this.next('(')) return this.literal(this.tokens[this.at++] ?? '') ?? NaN;
    const value = this.sum();
    return this.next(')') ? value : NaN;
  }

  private next(...tokens: string[]): boolean {
    if (!tokens.includes(this.tokens[this.at] ?? '')) return false;
    this.at++;
    return true;
  }

  private taken(): string {
    return this.tokens[this.at - 1] ?? '';
  }
}

/** Arithmetic of `+ - * / ( )` over literals; nothing else is understood, nothing is ever executed. */
export function evaluateArithmetic(text: string, literal: LiteralReader): Result<number> {
  if (text.length > LONGEST) return fail('badFormula', { text: text.slice(0, LONGEST) });
  const reader = new Reader(text.replaceAll('×', '*').replaceAll('÷', '/'), literal);
  const value = reader.sum();
  if (!reader.done || Number.isNaN(value)) return fail('badFormula', { text });
  if (!Number.isFinite(value)) return fail('divideByZero', { text });
  return ok(value);
}
