export interface FrenchWord {
  /** Masculine singular for adjectives. */
  fr: string;
  /** 'm' or 'f' for nouns; 'both' for adjectives and numbers. */
  gender: 'm' | 'f' | 'both';
  /** Feminine form of an adjective. */
  feminine?: string;
  plural?: string;
}

const nounTable = `dog chien m, cat chat m, horse cheval m chevaux, cow vache f, pig cochon m, sheep mouton m,
  goat chèvre f, duck canard m, hen poule f, mouse souris f souris, rabbit lapin m, fox renard m, wolf loup m,
  bear ours m ours, bird oiseau m oiseaux, frog grenouille f, fish poisson m, bee abeille f, owl hibou m hiboux,
  donkey âne m, turtle tortue f, snake serpent m, lion lion m, monkey singe m,
  hat chapeau m chapeaux, cup tasse f, box boîte f, kite cerf-volant m cerfs-volants, ball balle f, book livre m, lamp lampe f, key clé f,
  bag sac m, drum tambour m, bell cloche f, rope corde f, coat manteau m manteaux, chair chaise f, table table f,
  boat bateau m bateaux, clock horloge f, doll poupée f, spoon cuillère f, plate assiette f, knife couteau m couteaux,
  basket panier m, bottle bouteille f, blanket couverture f, scarf écharpe f, ring bague f, coin pièce f, pen stylo m,
  pencil crayon m, map carte f, letter lettre f, umbrella parapluie m, mirror miroir m, candle bougie f, brush brosse f,
  ladder échelle f, bucket seau m seaux, flute flûte f, sled luge f, wheel roue f,
  apple pomme f, pear poire f, plum prune f, banana banane f, lemon citron m, grape raisin m, cherry cerise f,
  peach pêche f, melon melon m, carrot carotte f, potato patate f, tomato tomate f, onion oignon m, egg œuf m,
  cake gâteau m gâteaux, pie tarte f, bun brioche f, sandwich sandwich m, pancake crêpe f, cookie biscuit m,
  bread pain m, soup soupe f, cheese fromage m, rice riz m, honey miel m, tea thé m, milk lait m, water eau f,
  juice jus m, coffee café m,
  lake lac m, barn grange f, park parc m, school école f, market marché m, garden jardin m, kitchen cuisine f,
  forest forêt f, beach plage f, river rivière f, shop magasin m, farm ferme f, station gare f, library bibliothèque f,
  hill colline f, bridge pont m, castle château m châteaux, tower tour f, village village m, attic grenier m`;

const adjectiveTable = `red rouge rouge, blue bleu bleue, green vert verte, yellow jaune jaune, black noir noire,
  white blanc blanche, brown brun brune, grey gris grise, pink rose rose, purple violet violette, orange orange orange,
  silver argenté argentée, small petit petite, big grand grande, old vieux vieille, new nouveau nouvelle,
  heavy lourd lourde, light léger légère, clean propre propre, dirty sale sale, cold froid froide, hot chaud chaude,
  long long longue, short court courte, wet mouillé mouillée, dry sec sèche, empty vide vide, full plein pleine,
  happy content contente, sad triste triste, tired fatigué fatiguée, calm calme calme`;

const numberList = `zéro, un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze,
  quinze, seize, dix-sept, dix-huit, dix-neuf, vingt`;

const englishNumbers = `zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen,
  fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty`;

const rows = (table: string): string[] => table.split(',').map((row) => row.trim());

function noun(row: string): [string, FrenchWord] {
  const [english = '', fr = '', gender, plural = `${fr}s`] = row.split(' ');
  return [english, { fr, gender: gender === 'f' ? 'f' : 'm', plural }];
}

function adjective(row: string): [string, FrenchWord] {
  const [english = '', fr = '', feminine = fr] = row.split(' ');
  return [english, { fr, gender: 'both', feminine }];
}

const frenchNumbers = rows(numberList);

/** French of the world's nouns, adjectives, colours and numbers by English word. */
export const french: ReadonlyMap<string, FrenchWord> = new Map<string, FrenchWord>([
  ...rows(nounTable).map(noun),
  ...rows(adjectiveTable).map(adjective),
  ...rows(englishNumbers).map((english, value): [string, FrenchWord] => [
    english,
    {
      fr: frenchNumbers[value] ?? english,
      gender: 'both',
      feminine: value === 1 ? 'une' : (frenchNumbers[value] ?? english),
    },
  ]),
]);
