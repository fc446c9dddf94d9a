"""Prose of our own for documents made by script: sentences that no other text has, from a seed."""
import random

SUBJECTS = """the ministry|the harbour board|a committee of growers|the regional council|our correspondent|the archive|
the night train|the survey team|a retired surveyor|the water authority|the library|the cooperative|the auditors|
the old observatory|the fishing fleet|a group of teachers|the weather service|the museum|the port captain|the editors""".replace("\n", "").split("|")
VERBS = """has published|quietly withdrew|is reconsidering|inherited|measured|will defend|has misplaced|restored|
questioned|is rebuilding|translated|postponed|examined|has inherited|abandoned|compared|recommended|documented""".replace("\n", "").split("|")
OBJECTS = """the agreement on upstream dams|a register of lost lighthouses|the second-hand tramcars|its estimate of grain reserves|
the well-known map of the delta|a proposal for shared ferries|the long-term lease on the quarry|three volumes of correspondence|
the unfinished aqueduct|an inventory of medieval bells|the forecast for the rye harvest|the rules for apprentices|
the cross-border telephone line|a catalogue of northern mosses|the toll on the eastern bridge|its policy on winter grazing""".replace("\n", "").split("|")
TAILS = """after years of patient negotiation|because nobody had counted the signatures|although the evidence remains incomplete|
while the neighbouring districts looked on|and considers the matter closed|before the snow closed the passes|
as the commissioners had anticipated|without informing the representatives|despite considerable disagreement|
to the astonishment of the inhabitants|under conditions that were never written down|in accordance with an earlier recommendation|
for reasons of administrative convenience|with the assistance of several universities""".replace("\n", "").split("|")
STARTS = """In the spring,|According to the minutes,|By the end of the decade,|On paper,|Meanwhile,|Three winters later,|
At the same time,|Not surprisingly,|From the outset,|Against all expectations,|In most of the villages,|For the moment,""".replace("\n", "").split("|")
NOUNS = """Rivers|Harbours|Bells|Ferries|Archives|Granaries|Bridges|Lanterns|Orchards|Timetables|Surveys|Tariffs|Mosses|Quarries""".split("|")
PLACES = """the Delta|the North|a Small Republic|the Upper Valley|the Islands|the Border Towns|the Interior""".split("|")
NAMES = """Ada Lindqvist|Tomas Okafor|Ines Marchetti|Radu Petrescu|Hana Sobotka|Miguel Arantes|Greta Holm|Yusuf Demir""".split("|")


class Prose:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def sentence(self):
        r = self.random
        words = [r.choice(SUBJECTS), r.choice(VERBS), r.choice(OBJECTS)]
        if r.random() < .6:
            words.append(r.choice(TAILS))
        text = " ".join(words)
        text = r.choice(STARTS) + " " + text if r.random() < .35 else text[0].upper() + text[1:]
        if r.random() < .15:
            text += f" in {r.randint(1902, 2019)}"
        return text + "."

    def paragraph(self, sentences=None):
        return " ".join(self.sentence() for _ in range(sentences or self.random.randint(2, 6)))

    def paragraphs(self, count):
        return [self.paragraph() for _ in range(count)]

    def heading(self):
        r = self.random
        return r.choice(["{} of {}", "Why {} Matter in {}", "{} and the Future of {}", "Counting {} in {}"]).format(
            r.choice(NOUNS), r.choice(PLACES))

    def name(self):
        return self.random.choice(NAMES)

    def item(self):
        text = self.random.choice(OBJECTS) + " " + self.random.choice(TAILS)
        return text[0].upper() + text[1:]


HEBREW = "הוועדה פרסמה את הדוח השנתי|המועצה בחנה מחדש את ההסכם|הספרייה הישנה נפתחה שוב לקהל|הרכבת הגיעה לנמל לפני עלות השחר|" \
    "החוקרים תיעדו את הגשרים של העמק|העיר שיקמה את אמת המים|הדייגים חזרו עם מעט מאוד שלל|המורים תרגמו שלושה כרכים של מכתבים"
HEBREW_TAILS = "אחרי שנים של משא ומתן|למרות המחלוקת הרבה|בלי להודיע לתושבים|כפי שציפו הנציגים|לפני שהשלג סגר את המעברים|בסיוע של כמה אוניברסיטאות"
ARABIC = "نشرت اللجنة تقريرها السنوي|أعاد المجلس النظر في الاتفاق|فتحت المكتبة القديمة أبوابها من جديد|وصل القطار إلى الميناء قبل الفجر|" \
    "وثق الباحثون جسور الوادي|رممت المدينة قناة المياه|عاد الصيادون بقليل من السمك|ترجم المعلمون ثلاثة مجلدات من الرسائل"
ARABIC_TAILS = "بعد سنوات من المفاوضات|رغم الخلاف الكبير|من دون إبلاغ السكان|كما توقع المندوبون|قبل أن يغلق الثلج الممرات|بمساعدة عدة جامعات"
CHINESE = "委员会公布了年度报告|地方议会重新审议协议|旧图书馆再次向公众开放|夜班列车在黎明前抵达港口|研究人员记录了山谷里的桥梁|城市修复了古老的水渠|" \
    "渔民带着很少的收获返航|教师们翻译了三卷书信"
CHINESE_TAILS = "尽管各方分歧很大|经过多年的谈判|没有通知当地居民|正如代表们所预料的那样|在大雪封山之前|并得到几所大学的协助"
JAPANESE = "委員会は年次報告書を公表した|町議会は協定を見直している|古い図書館がふたたび開かれた|夜行列車は夜明け前に港へ着いた|" \
    "調査隊は谷の橋を記録した|市は水道橋を修復した|漁船はわずかな魚を積んで戻った|教師たちは三巻の書簡を訳した"
JAPANESE_TAILS = "長い交渉のすえに|意見の違いにもかかわらず|住民に知らせることなく|代表たちの予想どおり|雪が峠を閉ざす前に|いくつかの大学の助けを得て"


class OtherProse(Prose):
    """The same in a language whose sentences are put together of two parts."""

    def __init__(self, seed, language):
        super().__init__(seed)
        heads, tails, self.joint, self.stop = {
            "he": (HEBREW, HEBREW_TAILS, " ", ". "), "ar": (ARABIC, ARABIC_TAILS, " ", ". "),
            "zh": (CHINESE, CHINESE_TAILS, "，", "。"), "ja": (JAPANESE, JAPANESE_TAILS, "、", "。")}[language]
        self.heads, self.tails = heads.split("|"), tails.split("|")
        self.tail_first = language == "ja"

    def sentence(self):
        head, tail = self.random.choice(self.heads), self.random.choice(self.tails)
        text = tail + self.joint + head if self.tail_first else head + self.joint + tail
        return text + self.stop.rstrip()

    def paragraph(self, sentences=None):
        space = " " if self.stop.endswith(" ") else ""
        return space.join(self.sentence() for _ in range(sentences or self.random.randint(3, 6)))

    def heading(self):
        return self.random.choice(self.heads)
