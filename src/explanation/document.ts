/** How a text is set off from its surroundings. */
export type Tone = 'plain' | 'strong' | 'muted' | 'good' | 'warning' | 'error';

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Its share of the width on paper, where every column has one; default: by what stands in it. */
  readonly share?: number;
}

/** A column of texts. */
export const leftColumn = (title: string): Column => ({ title, align: 'left' });

/** A column of numbers. */
export const rightColumn = (title: string): Column => ({ title, align: 'right' });

/** A label and its value, with remarks below. */
export interface Pair {
  readonly label: string;
  readonly value: string;
  readonly tone?: Tone;
  readonly notes?: readonly string[];
}

/** A piece of a document, free of any format. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly tone?: Tone;
      /** In the middle, at the right, or with its first line drawn in, as the paragraphs of a decision stand. */
      readonly align?: 'center' | 'right' | 'first-line';
      readonly italic?: true;
    }
  | {
      readonly kind: 'pairs';
      readonly rows: readonly Pair[];
      /** How many pairs stand beside each other on paper; a screen shows one below the other. */
      readonly columns?: 1 | 2;
    }
  | Letterhead
  | {
      /** A new page with its heading. */
      readonly kind: 'page';
      readonly text: string;
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** The last row, set off from the others. */
      readonly foot?: readonly string[];
    }
  | { readonly kind: 'list'; readonly items: readonly { readonly text: string; readonly tone?: Tone }[] }
  | {
      readonly kind: 'steps';
      readonly steps: readonly {
        readonly label: string;
        readonly text: string;
        readonly held?: boolean;
        readonly notes: readonly string[];
        /** Remarks set off from the notes: what to do. */
        readonly remedies: readonly string[];
        readonly basis: readonly string[];
      }[];
    }
  /** A picture as an SVG element, and what it shows in words, for layouts that show no pictures. */
  | { readonly kind: 'picture'; readonly svg: string; readonly alt: string }
  | {
      readonly kind: 'signatures';
      readonly signers: readonly string[];
      readonly hint: string;
      /** Who signs, in the order of the signers. */
      readonly names?: readonly string[];
      /** Nơi nhận, at the left of a paper with one signature. */
      readonly recipients?: { readonly title: string; readonly items: readonly string[] };
    };

/**
 * The head of an official paper (Nghị định 30/2020/NĐ-CP): who issues it at the left, the name of the country and its
 * motto at the right, number, place and day below. A screen leaves it out.
 */
export interface Letterhead {
  readonly kind: 'letterhead';
  /** Cơ quan chủ quản. */
  readonly superior?: string;
  /** Cơ quan ban hành; absent for a paper of a person, which bears the name of the country alone. */
  readonly agency?: string;
  readonly country: string;
  readonly motto: string;
  /** "Số: …"; absent where the paper bears none. */
  readonly number?: string;
  /** Place and day. */
  readonly place?: string;
}

/** A document for a reader: the one form that every layout (text, Markdown, HTML) is written from. */
export interface Document {
  readonly lang: 'vi' | 'en';
  readonly title: string;
  readonly blocks: readonly Block[];
  /** A line at the foot of every page. */
  readonly foot?: string;
  /** The sheet of paper; default A4 upright. */
  readonly paper?: 'a4' | 'a4-landscape' | 'a3-landscape';
  /** Whether its lines stand wider apart, as far as its page has room for them. */
  readonly roomy?: boolean;
}
