const table = `dog 狗, cat 猫, horse 马, cow 牛, pig 猪, sheep 羊, duck 鸭子, rabbit 兔子, bear 熊, bird 鸟, fish 鱼, snake 蛇,
  lion 狮子, monkey 猴子, hat 帽子, cup 杯子, box 盒子, ball 球, book 书, lamp 灯, key 钥匙, bag 包, clock 钟, pen 笔, map 地图,
  letter 信, umbrella 伞, mirror 镜子, apple 苹果, pear 梨, banana 香蕉, lemon 柠檬, egg 鸡蛋, cake 蛋糕, tomato 西红柿,
  red 红色, blue 蓝色, green 绿色, yellow 黄色, black 黑色, white 白色, grey 灰色, pink 粉色, purple 紫色,
  small 小, big 大, old 旧, new 新, clean 干净`;

/** Simplified Chinese of some of the world's words. */
export const chinese: ReadonlyMap<string, string> = new Map(
  table.split(',').map((row) => {
    const [english = '', word = ''] = row.trim().split(' ');
    return [english, word];
  }),
);
