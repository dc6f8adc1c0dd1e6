const table = `dog 狗, cat 猫, horse 马, cow 牛, pig 猪, sheep 羊, duck 鸭子, rabbit 兔子, bear 熊, bird 鸟, fish 鱼, snake 蛇,
  lion 狮子, monkey 猴子, hat 帽子, cup 杯子, box 盒子, ball 球, book 书, lamp 灯, key 钥匙, bag 包, clock 钟, pen 笔, map 地图,
  letter 信, umbrella 伞, mirror 镜子, apple 苹果, pear 梨, banana 香蕉, lemon 柠檬, egg 鸡蛋, cake 蛋糕, tomato 西红柿,
  red 红色, blue 蓝色, green 绿色, yellow 黄色, black 黑色, white 白色, grey 灰色, pink 粉色, purple 紫色,
  small 小, big 大, old 旧, new 新, clean 干净,
  goat 山羊, hen 母鸡, mouse 老鼠, fox 狐狸, wolf 狼, frog 青蛙, bee 蜜蜂, owl 猫头鹰, donkey 驴, turtle 乌龟,
  kite 风筝, drum 鼓, bell 铃, rope 绳子, coat 大衣, chair 椅子, table 桌子, boat 船, doll 娃娃, spoon 勺子,
  plate 盘子, knife 刀, basket 篮子, bottle 瓶子, blanket 毯子, scarf 围巾, ring 戒指, coin 硬币, pencil 铅笔,
  candle 蜡烛, brush 刷子, ladder 梯子, bucket 桶, flute 笛子, sled 雪橇, wheel 轮子, plum 李子, grape 葡萄,
  cherry 樱桃, peach 桃子, melon 瓜, carrot 胡萝卜, potato 土豆, onion 洋葱, pie 馅饼, sandwich 三明治,
  pancake 煎饼, cookie 饼干, bread 面包, soup 汤, cheese 奶酪, rice 米饭, honey 蜂蜜, tea 茶, milk 牛奶, water 水,
  juice 果汁, coffee 咖啡, lake 湖, park 公园, school 学校, market 市场, garden 花园, kitchen 厨房, forest 森林,
  beach 海滩, river 河, shop 商店, farm 农场, station 车站, library 图书馆, hill 山, bridge 桥, castle 城堡,
  village 村子, brown 棕色, orange 橙色, silver 银色, long 长, short 短, heavy 重, light 轻, dirty 脏, cold 冷,
  hot 热, wet 湿, dry 干, empty 空, full 满, happy 高兴, sad 难过, tired 累`;

/** Simplified Chinese of most of the world's words. */
export const chinese: ReadonlyMap<string, string> = new Map(
  table.split(',').map((row) => {
    const [english = '', word = ''] = row.trim().split(' ');
    return [english, word];
  }),
);
