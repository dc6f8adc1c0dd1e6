import ts from 'typescript';
import type { SourceFile } from './sourceFiles.ts';

export interface Sentence {
  /** 'src/core/random.ts:24' */
  readonly place: string;
  /** A template's values stand as `…`. */
  readonly text: string;
}

/**
 * Texts of a file that look like sentences. Left out is what only a programmer reads: the message of a plain `Error` and
 * what is written to the console.
 */
export function sentencesIn({ path, code }: SourceFile): Sentence[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    if (isForProgrammers(node)) return;
    const text = textOf(node);
    if (text !== null && looksLikeSentence(text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ place: `${path}:${line + 1}`, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Three words or more that begin with a capital letter or end with a full stop. */
function looksLikeSentence(text: string): boolean {
  const trimmed = text.trim();
  const nWords = trimmed.split(/\s+/).length;
  return nWords >= 3 && (/^\p{Lu}\p{Ll}*\s/u.test(trimmed) || /[\p{L}…]\.$/u.test(trimmed));
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function isForProgrammers(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return node.expression.getText().startsWith('console.');
  return ts.isNewExpression(node) && /^(Range|Type)?Error$/.test(node.expression.getText());
}
