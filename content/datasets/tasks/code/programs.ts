import { answerForms } from '../../answerForms.ts';
import { inCluster } from '../../inCluster.ts';
import { makeProgram } from '../../texts/program.ts';

const code = inCluster({
  cluster: 'code',
  category: 'Program Translation',
  reasoning: 'Formal Languages -> Reading Programs',
  domain: 'Code',
});

export const codePyJs = code({
  id: 'code_py_js',
  name: 'Python to JavaScript',
  metric: 'strictMatch',
  outputLanguage: 'JavaScript',
  definition: 'The input is a tiny Python program. Write the same program in JavaScript.',
  definitionZh: '输入是一小段 Python 程序，用 JavaScript 写出同样的程序。',
  constraints: [
    answerForms.code,
    'Use let for new variables and end each statement with a semicolon.',
  ],
  wordings: `
    Translate Python to JavaScript.
    Write this code in JavaScript.
    Turn the Python program below into JavaScript line by line and change nothing that it does.
    How do you say this Python code in JavaScript?
    > Now write it in JavaScript.
    > Put this Python code into JavaScript.
    ? Write the same program in JavaScript.
    ? > Say it as a JavaScript program.
    ~ Write this JavaScript code in Python.`,
  draw({ texts }) {
    const { python, javascript, difficulty } = makeProgram(texts);
    return { input: python, output: javascript, difficulty };
  },
  explain: () => 'It does the same in the words and signs of JavaScript.',
  mistake: ({ input }) => ({ output: input, explanation: 'This is still Python.' }),
});

export const codeJsPy = code({
  id: 'code_js_py',
  name: 'JavaScript to Python',
  metric: 'strictMatch',
  inputLanguage: 'JavaScript',
  outputLanguage: 'Python',
  definition: 'The input is a tiny JavaScript program. Write the same program in Python.',
  definitionZh: '输入是一小段 JavaScript 程序，用 Python 写出同样的程序。',
  constraints: [answerForms.code],
  wordings: `
    Translate JavaScript to Python.
    Write this code in Python.
    Turn the JavaScript program below into Python line by line and change nothing that it does.
    How do you say this JavaScript code in Python?
    > Now write it in Python.
    > Put this JavaScript code into Python.
    ? Write the same program in Python.
    ? > Say it as a Python program.
    ~ Write this Python code in JavaScript.`,
  draw({ texts }) {
    const { python, javascript, difficulty } = makeProgram(texts);
    return { input: javascript, output: python, difficulty };
  },
  explain: () => 'It does the same in the words and signs of Python.',
  mistake: ({ input }) => ({ output: input, explanation: 'This is still JavaScript.' }),
});

export const codeResult = code({
  id: 'code_result',
  name: 'What does it print?',
  metric: 'strictMatch',
  definition: 'Write what the program prints.',
  definitionZh: '写出程序打印的内容。',
  constraints: ['Write only what is printed.'],
  wordings: `
    What does it print?
    Run the code and write the result.
    Go through the program below line by line, remember every value, and write what it prints in the end.
    Which result does this code have?
    > Now write what is printed.
    > What comes out of this program?
    Say what this program prints when it is run.
    What will the program print in the end?
    > Say what the program writes.
    > Write what comes out of the code.
    ? Write the result of the program.
    ? > What does the code print?`,
  draw({ texts, stream }) {
    const { python, javascript, printed, difficulty } = makeProgram(texts);
    return { input: stream.chance(0.6) ? python : javascript, output: printed, difficulty };
  },
  explain: ({ output }) => `It prints ${output}.`,
  mistake: ({ input }) => ({
    output: /(?:print|log)\((.*)\)/.exec(input)![1]!,
    explanation: 'This is the code and not its result.',
  }),
});

export const codeSay = code({
  id: 'code_say',
  name: 'Code in words',
  metric: 'rougeL',
  definition: 'Say in one sentence what the program does.',
  definitionZh: '用一句话说明程序做了什么。',
  constraints: [answerForms.sentence, 'Begin with "It sets".'],
  wordings: `
    Say what the code does.
    What does this program do? Write a sentence.
    Read the program below line by line and tell in one sentence which values it sets and what it prints.
    Tell in words what happens here.
    > Now say in a sentence what it does.
    > Write what this code does.
    Write what happens in this code, in one sentence.
    Say in one sentence what this code does.
    What happens in this program? Say it in words.
    > Tell what the code above does in one sentence.
    > Write a sentence that says what happens in the program.
    ? Write one sentence about what the code does.
    ? > Tell what this program does.
    ~ Write Python code that does this.`,
  draw({ texts }) {
    const { python, says, difficulty } = makeProgram(texts);
    return { input: python, output: says, difficulty };
  },
  explain: () => 'It tells every line in words.',
  mistake: ({ input }) => ({
    output: input.split('\n')[0]!,
    explanation: 'This is code and no sentence.',
  }),
});

export const codeFix = code({
  id: 'code_fix',
  name: 'Repair the code',
  metric: 'strictMatch',
  definition: 'One sign is missing in the Python program. Write the program correctly.',
  definitionZh: '这段 Python 程序缺少一个符号，把程序正确地写出来。',
  constraints: [answerForms.code],
  wordings: `
    Repair the code.
    Write the program with the missing sign.
    In the Python program below one sign was lost, like a bracket or an equals sign; write all of it correctly.
    How should this code be?
    > Now write the program correctly.
    > Put in the missing sign and write the code.
    ? Write the code again without the mistake.
    ? > Repair this program.`,
  draw({ texts, stream }) {
    const { python, difficulty } = makeProgram(texts);
    const signs = [...python.matchAll(/[()="]/g)].map(({ index }) => index);
    const at = stream.pick(signs);
    const broken = python.slice(0, at) + python.slice(at + 1);
    return { input: broken.replace(/ {2,}/g, ' '), output: python, difficulty };
  },
  explain: () => 'The missing sign is there again.',
  mistake: ({ input }) => ({ output: input, explanation: 'The sign is still missing.' }),
});

export const codeVars = code({
  id: 'code_vars',
  name: 'List the variables',
  metric: 'setF1',
  definition: 'List the variables of the program, with commas between them.',
  definitionZh: '列出程序中的变量，用逗号隔开。',
  constraints: [answerForms.list],
  wordings: `
    List the variables.
    Which variables are in the code?
    Look for the names that get a value in the program below and write them with commas between them.
    Which names get a value?
    > Now write the variables.
    > Find the names of the variables above.
    ? Write all the variables of the program.
    ? > Which variables does this code have? List them.`,
  draw({ texts, stream }) {
    const { python, javascript, variables, difficulty } = makeProgram(texts);
    return {
      input: stream.chance(0.6) ? python : javascript,
      output: variables.join(', '),
      difficulty,
    };
  },
  explain: () => 'Each of these names gets a value.',
  mistake: ({ input }) => ({
    output: /print|console/.exec(input)![0],
    explanation: 'This prints something; it is no variable.',
  }),
});
