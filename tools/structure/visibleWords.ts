import { parse } from 'svelte/compiler';

export interface Source {
  readonly path: string;
  /** The whole file: a component with its markup, or a module. */
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Attributes, and properties of components, whose value is shown or read aloud. */
const shown =
  /^(aria-(label|description|valuetext|roledescription|placeholder)|title|placeholder|alt|label|help|text|heading|unit)$|Label$|Text$/;
/** What a value passes through unchanged. */
const through = new Set([
  'ExpressionTag',
  'ConditionalExpression',
  'LogicalExpression',
  'TemplateLiteral',
]);
/** Types, module names, faults of the program and lengths are for no visitor. */
const silent = /^TS|^(Import|Export(All|Named))|^ThrowStatement$|^StyleDirective$/;

/** What a visitor would read, in a component or a module, though it is not among the texts. */
export function visibleWords({ path, text }: Source): string[] {
  const code = path.endsWith('.svelte') ? text : `<script lang="ts">\n${text}\n</script>`;
  const { fragment, instance, module } = parse(code, { modern: true });
  const found: string[] = [];
  visit(fragment, true, (word) => found.push(word));
  for (const script of [instance, module])
    visit(script?.content, false, (word) => found.push(word));
  return found;
}

/** @param isShown whether a bare string at this place is shown; elsewhere it has to look like words */
function visit(value: unknown, isShown: boolean, tell: (word: string) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, isShown, tell);
  if (!isNode(value) || isSilent(value)) return;
  const word = wordOf(value);
  if (word !== null && (isShown ? /\p{L}/u.test(word) : looksLikeWords(word))) tell(word.trim());
  for (const [key, child] of Object.entries(value)) {
    if (key === 'metadata' || isUnread(value, key, child)) continue;
    visit(child, passesOn(value, key, isShown), tell);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function wordOf(node: Node): string | null {
  const { type, value } = node;
  if (type === 'Text') return String(node['data']);
  if (type === 'Literal') return typeof value === 'string' ? value : null;
  return type === 'TemplateElement' ? (value as { readonly raw: string }).raw : null;
}

/** Expressions around a value whose own parts are not types. */
const typed = /^TS(As|Satisfies|NonNull)Expression$/;

function isUnread(node: Node, key: string, child: unknown): boolean {
  if (key === 'typeAnnotation' || key === 'typeParameters' || key === 'returnType') return true;
  if (node.type === 'Attribute' && !shown.test(String(node['name']))) return !hasExpression(child);
  return false;
}

const isSilent = (node: Node): boolean =>
  silent.test(node.type) && !typed.test(node.type) && !node['declaration'];

const hasExpression = (value: unknown): boolean =>
  isNode(value)
    ? value.type === 'ExpressionTag'
    : Array.isArray(value) && value.some(hasExpression);

function passesOn({ type, ...node }: Node, key: string, isShown: boolean): boolean {
  if (type === 'Attribute') return shown.test(String(node['name']));
  if (type === 'ConditionalExpression' && key === 'test') return false;
  if (key === 'fragment' || key === 'nodes') return true;
  if (/^(Fragment|RegularElement|Component|\w+Block)$/.test(type)) {
    return ['consequent', 'alternate', 'body', 'fallback', 'pending', 'then', 'catch'].includes(
      key,
    );
  }
  return isShown && through.has(type);
}

/** Two words in a row, a first letter in upper case, or a letter that is not of a name in code. */
const looksLikeWords = (text: string): boolean =>
  /\p{L}{2,}[,.:;!?]? \p{L}/u.test(text) ||
  /^\s*\p{Lu}\p{Ll}/u.test(text) ||
  /[^\P{L}\p{ASCII}]/u.test(text);
