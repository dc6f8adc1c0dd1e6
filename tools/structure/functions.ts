import ts from 'typescript';
import type { SourceFile } from './sourceFiles.ts';

export interface FunctionSize {
  /** 'src/core/random.ts:24 randomStream' */
  readonly place: string;
  readonly lines: number;
}

/** Every function, method and accessor with a body, the outer ones with what they hold. */
export function functionSizes({ path, code }: SourceFile): FunctionSize[] {
  const file = parse(path, code);
  const lineOf = (position: number): number =>
    file.getLineAndCharacterOfPosition(position).line + 1;
  const sizes: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const start = lineOf(node.getStart(file));
      const lines = lineOf(node.end) - start + 1;
      sizes.push({ place: `${path}:${start} ${nameOf(node)}`.trimEnd(), lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return sizes;
}

/** Type assertions; `as const` asserts nothing. */
export function castCount({ path, code }: SourceFile): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    const isCast = ts.isAsExpression(node) || ts.isTypeAssertionExpression(node);
    if (isCast && !ts.isConstTypeReference(node.type)) count++;
    ts.forEachChild(node, visit);
  };
  visit(parse(path, code));
  return count;
}

const parse = (path: string, code: string): ts.SourceFile => {
  const kind = /\.m?js$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  return ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind);
};

/** Its own name, or that of the variable or property that holds it. */
function nameOf({ name, parent }: ts.SignatureDeclaration): string {
  if (name) return name.getText();
  const holder = parent as ts.NamedDeclaration;
  return holder.name && ts.isIdentifier(holder.name) ? holder.name.text : '';
}
