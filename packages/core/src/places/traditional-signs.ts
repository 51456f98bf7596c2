/** The signs of the lists of places that were simplified, as Taiwan, Hong Kong and old yearbooks print them, and what each became. */
const traditional =
  "萬叢東豐臨麗義烏樂鄉雲亞從倫餘蘭關興內岡涼則區華盧衛廈縣雙臺葉呂吳壩壇壯復複頭婁寧賓寶爾島巖嶺嶽峽廣莊慶廬開張當彥懷揚撫陽無晉棗樅樹欒橋樓畢匯滙漢瀋滄瀘澤濟濱灤灣潛溫滿濰靈煙獅瑪環鹽盤禮競簡紅納紹綏維綿羣肅蘇蕪蘆蒼薩蓮萊蘿營蕭薊許貝貢貴賀資贛邊遼達遷運進遠連鄭鄲鍾鐘鋼欽錢鐵銅銀錫錦鎮長門閘閶隴陝隨靜頂順頗饒馬駐魯鮮鳩雞鷄鴨鶴鷹黃齊龍彞來崗壽荊峯崑塗";
const simplified =
  "万丛东丰临丽义乌乐乡云亚从伦余兰关兴内冈凉则区华卢卫厦县双台叶吕吴坝坛壮复复头娄宁宾宝尔岛岩岭岳峡广庄庆庐开张当彦怀扬抚阳无晋枣枞树栾桥楼毕汇汇汉沈沧泸泽济滨滦湾潜温满潍灵烟狮玛环盐盘礼竞简红纳绍绥维绵群肃苏芜芦苍萨莲莱萝营萧蓟许贝贡贵贺资赣边辽达迁运进远连郑郸钟钟钢钦钱铁铜银锡锦镇长门闸阊陇陕随静顶顺颇饶马驻鲁鲜鸠鸡鸡鸭鹤鹰黄齐龙彝来岗寿荆峰昆涂";

const signs = new Map([...traditional].map((sign, at) => [sign, [...simplified][at] as string]));

/** A name in the signs that the lists of places are written in. */
export const inSimplified = (name: string): string => [...name].map((sign) => signs.get(sign) ?? sign).join("");
