extension MonthNames {
    /// The months of Europe and the Americas. One language a line, months between bars, forms of one month between
    /// spaces (_ is a space in one). Where two languages disagree on a word, the first line wins, here and over Asia's.
    static let europe: [String] = [
        "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|"
            + "september sep sept|october oct|november nov|december dec",
        "januar jänner jän|februar feber|märz maerz mär mrz|april|mai|juni|juli|august|september|"
            + "oktober okt|november|dezember dez",
        "janvier janv|février fév févr|mars|avril avr|mai|juin|juillet juil|août|septembre|octobre|"
            + "novembre|décembre déc",
        "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|"
            + "noviembre|diciembre dic",
        "gennaio gen|febbraio febb|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre"
            + " sett set|ottobre ott|novembre|dicembre",
        "janeiro|fevereiro fev|março|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|"
            + "dezembro",
        "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december",
        "января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|"
            + "июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сен сент|"
            + "октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек",
        "stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja maj|"
            + "czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|"
            + "października październik paź|listopada listopad lis|grudnia grudzień gru",
        "ocak oca|şubat şub|mart|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|"
            + "ekim eki|kasım kas|aralık ara",
        "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
        "januar|februar|marts mars|april|maj mai|juni|juli|august|september|oktober|november|"
            + "desember december des",
        "tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu|"
            + "toukokuuta toukokuu|kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|"
            + "syyskuuta syyskuu|lokakuuta lokakuu|marraskuuta marraskuu|joulukuuta joulukuu",
        "ledna leden|února únor|března březen|dubna duben|května květen|června červen|"
            + "července červenec|srpna srpen|září|října říjen|listopadu|prosince prosinec",
        "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|"
            + "decembrie",
        "január|február|március márc|április ápr|május máj|június jún|július júl|augusztus|"
            + "szeptember szept|október|november|december",
        "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ|"
            + "απριλίου απρίλιος απρ|μαΐου μάιος μαι|ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ|"
            + "αυγούστου αύγουστος αυγ|σεπτεμβρίου σεπτέμβριος σεπ|οκτωβρίου οκτώβριος οκτ|"
            + "νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ",
        "січня січень|лютого лютий|березня березень|квітня квітень|травня травень|червня червень|"
            + "липня липень|серпня серпень|вересня вересень|жовтня жовтень|листопада листопад|"
            + "грудня грудень",
        "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
        "sausio saus|vasario vas|kovo kov|balandžio bal|gegužės geg|birželio birž|liepos liep|"
            + "rugpjūčio rugp|rugsėjo rugs|spalio spal|lapkričio lapkr|gruodžio gruod",
        "janvāris janvārī|februāris februārī|marts martā|aprīlis aprīlī|maijs maijā|jūnijs jūnijā|"
            + "jūlijs jūlijā|augusts augustā|septembris septembrī|oktobris oktobrī|"
            + "novembris novembrī|decembris decembrī",
        "jaanuar jaan|veebruar veebr|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|"
            + "detsember dets",
        "siječnja siječanj sij|veljače veljača velj|ožujka ožujak ožu|travnja travanj tra|"
            + "svibnja svibanj svi|lipnja lipanj|srpnja srpanj|kolovoza kolovoz kol|rujna rujan ruj|"
            + "|studenoga studenog studeni stu|prosinca prosinac",
        "januara januarja|februara februarja|marta marca marec|aprila|maja|juna junija junij|"
            + "jula julija julij|avgusta avgust avg|septembra septembar|oktobra oktobar|"
            + "novembra novembar|decembra decembar",
        "januára|februára|marca|apríla|mája|júna jún|júla júl|augusta|septembra|októbra október|"
            + "novembra|decembra",
        "јануара јануар јануари|фебруара фебруар фебруари|марта март|априла април|маја мај|"
            + "јуна јун јуни|јула јул јули|августа август|септембра септембар септември|"
            + "октобра октобар октомври|новембра новембар ноември|децембра децембар декември",
        "студзеня студзень|лютага люты|сакавіка сакавік|красавіка красавік|траўня травень|"
            + "чэрвеня чэрвень|ліпеня ліпень|жніўня жнівень|верасня верасень|"
            + "кастрычніка кастрычнік|лістапада лістапад|снежня снежань",
        "gener|febrer|març|abril|maig|juny|juliol|agost ag|setembre|octubre|novembre|desembre",
        "xaneiro|febreiro|marzo|abril|maio|xuño|xullo|agosto|setembro|outubro|novembro|decembro",
        "urtarrilaren urtarrilak|otsailaren otsailak|martxoaren martxoak|apirilaren apirilak|"
            + "maiatzaren maiatzak|ekainaren ekainak|uztailaren uztailak|abuztuaren abuztuak|"
            + "irailaren irailak|urriaren urriak|azaroaren azaroak|abenduaren abenduak",
        "janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember",
        "eanáir|feabhra|márta|aibreán|bealtaine|meitheamh|iúil|lúnasa|||samhain|nollaig",
        "ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr",
        "jannar|frar|marzu|april|mejju|ġunju|lulju|awwissu|settembru|ottubru|novembru|diċembru",
        "janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor",
        "ian|feb|mar|apr|mai|iun|iul|aug|sept|oct|noi|dec",
        "led|úno|bře|dub|kvě|čvn|čvc||zář|říj||",
        "januaro|februaro|marto|aprilo|majo|junio|julio|aŭgusto|septembro|oktobro|novembro|decembro",
        "januarie|februarie|maart|april|mei|junie|julie|augustus|september|oktober|november|desember",
        "հունվարի հունվար|փետրվարի փետրվար|մարտի մարտ|ապրիլի ապրիլ|մայիսի մայիս|հունիսի հունիս|"
            + "հուլիսի հուլիս|օգոստոսի օգոստոս|սեպտեմբերի սեպտեմբեր|հոկտեմբերի հոկտեմբեր|"
            + "նոյեմբերի նոյեմբեր|դեկտեմբերի դեկտեմբեր",
        "იანვარი იანვრის|თებერვალი თებერვლის|მარტი მარტის|აპრილი აპრილის|მაისი მაისის|"
            + "ივნისი ივნისის|ივლისი ივლისის|აგვისტო აგვისტოს|სექტემბერი სექტემბრის|"
            + "ოქტომბერი ოქტომბრის|ნოემბერი ნოემბრის|დეკემბერი დეკემბრის",
    ]

    /// The months of Asia and Africa, in the same form.
    static let asia: [String] = [
        "يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار|أبريل نيسان إبريل أفريل|مايو أيار ماي|"
            + "يونيو حزيران يونيه جوان|يوليو تموز يوليه جويلية|أغسطس آب أوت|سبتمبر أيلول|"
            + "أكتوبر تشرين_الأول|نوفمبر تشرين_الثاني|ديسمبر كانون_الأول",
        "ינואר|פברואר|מרץ מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
        "januari|februari pebruari|maret|april|mei|juni|juli|agustus agt|september|oktober|november"
            + " nopember|desember",
        "जनवरी|फ़रवरी फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|"
            + "नवंबर नवम्बर|दिसंबर दिसम्बर",
        "जानेवारी|फेब्रुवारी फेब्रुअरी|मार्च|एप्रिल अप्रिल|मे|जुन|जुलै|ऑगस्ट अगस्ट|सप्टेंबर सेप्टेम्बर|"
            + "ऑक्टोबर अक्टोबर|नोव्हेंबर नोभेम्बर|डिसेंबर डिसेम्बर",
        "জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট অগস্ট|সেপ্টেম্বর|"
            + "অক্টোবর|নভেম্বর|ডিসেম্বর",
        "ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட் ஆகஸ்டு|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்",
        "జనవరి|ఫిబ్రవరి|మార్చి|ఏప్రిల్|మే|జూన్|జూలై జులై|ఆగస్టు ఆగస్ట్|సెప్టెంబర్ సెప్టెంబరు|"
            + "అక్టోబర్ అక్టోబరు|నవంబర్ నవంబరు|డిసెంబర్ డిసెంబరు",
        "જાન્યુઆરી|ફેબ્રુઆરી|માર્ચ|એપ્રિલ|મે|જૂન|જુલાઈ|ઓગસ્ટ|સપ્ટેમ્બર|ઓક્ટોબર|નવેમ્બર|ડિસેમ્બર",
        "ಜನವರಿ|ಫೆಬ್ರವರಿ ಫೆಬ್ರುವರಿ|ಮಾರ್ಚ್|ಏಪ್ರಿಲ್|ಮೇ|ಜೂನ್|ಜುಲೈ|ಆಗಸ್ಟ್|ಸೆಪ್ಟೆಂಬರ್|ಅಕ್ಟೋಬರ್|ನವೆಂಬರ್|ಡಿಸೆಂಬರ್",
        "ജനുവരി|ഫെബ്രുവരി|മാർച്ച്|ഏപ്രിൽ|മേയ് മെയ്|ജൂൺ|ജൂലൈ|ഓഗസ്റ്റ് ആഗസ്റ്റ്|സെപ്റ്റംബർ|ഒക്ടോബർ|നവംബർ|"
            + "ഡിസംബർ",
        "ਜਨਵਰੀ|ਫਰਵਰੀ|ਮਾਰਚ|ਅਪ੍ਰੈਲ|ਮਈ|ਜੂਨ|ਜੁਲਾਈ|ਅਗਸਤ|ਸਤੰਬਰ|ਅਕਤੂਬਰ|ਨਵੰਬਰ|ਦਸੰਬਰ",
        "ජනවාරි|පෙබරවාරි|මාර්තු|අප්‍රේල්|මැයි|ජූනි|ජූලි|අගෝස්තු|සැප්තැම්බර්|ඔක්තෝබර්|නොවැම්බර්|දෙසැම්බර්",
        "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
        "ژانویه|فوریه|مارس|آوریل|مه می|ژوئن|ژوئیه جولای|اوت آگوست|سپتامبر|اکتبر|نوامبر|دسامبر",
        "មករា|កុម្ភៈ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ",
        "ມັງກອນ|ກຸມພາ|ມີນາ|ເມສາ|ພຶດສະພາ|ມິຖຸນາ|ກໍລະກົດ|ສິງຫາ|ກັນຍາ|ຕຸລາ|ພະຈິກ|ທັນວາ",
        "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust avgust|sentyabr sentabr|oktyabr oktabr|noyabr|"
            + "dekabr",
        "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан",
        "januari|februari|mac machi|april aprili|mei|jun juni|julai|ogos agosti|septemba|oktoba|"
            + "novemba|disember desemba",
        "enero|pebrero|marso|abril|mayo|hunyo|hulyo|agosto|setyembre|oktubre|nobyembre|disyembre",
    ]

    static let thai: [String] = [
        "มกราคม ม.ค|กุมภาพันธ์ ก.พ|มีนาคม มี.ค|เมษายน เม.ย|พฤษภาคม พ.ค|มิถุนายน มิ.ย|กรกฎาคม ก.ค|"
            + "สิงหาคม ส.ค|กันยายน ก.ย|ตุลาคม ต.ค|พฤศจิกายน พ.ย|ธันวาคม ธ.ค"
    ]

    /// Iran's names, then Afghanistan's.
    static let solarHijri: [String] = [
        "فروردین|اردیبهشت|خرداد|تیر|مرداد امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند",
        "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت",
    ]
}
