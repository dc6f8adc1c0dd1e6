import ts from 'typescript';
import { resolveImport } from './importGraph.ts';
import type { SourceFile } from './sourceFiles.ts';

/** Exported names that no file imports and that their own doesn't use again: 'path name'. Whole-module imports use all. */
export function unusedExports(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  const used = new Set<string>();
  const exported: string[] = [];
  for (const { path, code } of files) {
    const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
    const use = (specifier: string, names: readonly string[]): void => {
      const target = resolveImport(path, specifier, known);
      if (target) for (const name of names) used.add(`${target} ${name}`);
    };
    for (const statement of file.statements) {
      exported.push(...exportedNames(statement).map((name) => `${path} ${name}`));
    }
    visitImports(file, use);
  }
  const isUsed = (name: string): boolean => used.has(name) || used.has(`${name.split(' ')[0]!} *`);
  const codeOf = new Map(files.map(({ path, code }) => [path, code]));
  const isMentioned = (one: string): boolean => {
    const [path = '', name = ''] = one.split(' ');
    return codeOf.get(path)!.split(new RegExp(`\\b${name}\\b`)).length > 2;
  };
  return exported.filter((name) => !isUsed(name) && !isMentioned(name));
}

type Use = (specifier: string, names: readonly string[]) => void;

function visitImports(node: ts.Node, use: Use): void {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const bindings = node.importClause?.namedBindings;
    const isWhole = bindings && ts.isNamespaceImport(bindings);
    const names =
      bindings && ts.isNamedImports(bindings)
        ? bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text)
        : [];
    use(node.moduleSpecifier.text, isWhole ? ['*'] : [...names, 'default']);
  }
  if (
    ts.isExportDeclaration(node) &&
    node.moduleSpecifier &&
    ts.isStringLiteral(node.moduleSpecifier)
  ) {
    const clause = node.exportClause;
    const names =
      clause && ts.isNamedExports(clause)
        ? clause.elements.map(({ propertyName, name }) => (propertyName ?? name).text)
        : ['*'];
    use(node.moduleSpecifier.text, names);
  }
  const isDynamic =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  if (isDynamic && ts.isStringLiteralLike(node.arguments[0]!)) use(node.arguments[0].text, ['*']);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    if (ts.isStringLiteral(literal)) use(literal.text, ['*']);
  }
  ts.forEachChild(node, (child) => visitImports(child, use));
}

/** What a statement at top level exports under its own name. */
function exportedNames(node: ts.Node): string[] {
  const isExported =
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name)
        ? [name.text]
        : name.elements.flatMap((one) =>
            'name' in one && ts.isIdentifier(one.name) ? [one.name.text] : [],
          ),
    );
  const { name } = node as ts.NamedDeclaration;
  return name && ts.isIdentifier(name) ? [name.text] : [];
}
