import { type DangerLanguage, person } from "../danger-words.ts";

const people = `mutter|mama|mami|mutti|vater|papa|papi|sohn|tochter|baby|kind|kinder|bruder|schwester|mann|frau|freund|freundin|ehemann|ehefrau|partner|partnerin|ex|oma|opa|grossmutter|grossvater|onkel|tante|cousine?|nachbar|nachbarin|kollege|kollegin|chef|kunde|kundin|person|junge|madchen|stiefvater|typ|kerl|mitbewohner`;

export const german: DangerLanguage = {
	people,
	signs: `sterb|stirb|tot|tod|leben|umbring|umzubring|bring|tot(en)|erschiess|erhang|aufhang|selbstmord|suizid|tabletten|pillen|schlaftabletten|medikamente|pulsadern|adern|spring|brucke|ritz|schlag|geschlagen|prugel|verprugel|wurg|bedroh|attack|verfolg|vergewaltig|stich|stech|schiess|schuss|angegriff|angreif|uberfall|entfuhr|geisel|messer|pistole|waffe|gewehr|machete|revolver|axt[a-z]*|bewaffnet|amok|ausgeraubt|einbrech|einbrich|eingebrochen|bricht|brich|fremd|jemand|aufbrech|aufzubrech|einzubrech|dieb|brenn|brand|feuer|flammen|rauch|explos|gas[a-z]*|kohlenmonoxid|co|atm[a-z]*|luft|bewusstlos|ohnmacht|ohnmachtig|ansprechbar|zusammengebrochen|wacht|reagiert|bewegt|herz|schlaganfall|anfall|krampf|allergi|uberdosis|brust|schmerz|erstick|verschluck|blau|ertrink|ertrunken|blut|verblut|getrunken|vergift|schlange|unfall|angefahren|uberfahren|verletzt|stromschlag|fruchtblase|wehen|gesturzt|gefallen|hals|jahre|allein|angst|mama|papa|verschwunden|vermisst|finde|polizei|krankenwagen|rettung|notarzt|feuerwehr|notruf|911|112|gefahr|hilfe|puls|abschied|bin`,
	parts: {
		who: `(er|sie|jemand|einer|wer|((mein|meine|unser|unsere|ihr|ihre|sein|seine|ein|eine|der|die|das|dieser|diese) (\\w+ ){0,2}?)?${person})`,
		kin: person,
		place: `(haus|wohnung|kuche|zimmer|garage|keller|auto|gebaude|hausflur|treppenhaus|dach|dachboden|geschaft|laden|buro|schlafzimmer|wohnzimmer|herd|ofen|schule|hotel|wald|scheune|bett|lager|nachbarhaus|garten|balkon)`,
	},
	dangers: {
		child_alone: {
			sure: `ich bin (erst )?(vier|funf|sechs|sieben|acht|neun|zehn|\\d)( jahre( alt)?)? ~8 (mama|papa|allein|alleine|angst|oma)
				(mama|papa|mami|mutti) ~4 (wacht nicht( mehr)?( auf)?|bewegt sich nicht|antwortet nicht|steht nicht auf|redet nicht)
				ich bin (ganz )?allein(e)? ~5 angst
				mein(e|en)? (\\w+ ){0,2}?(kind|sohn|tochter|baby) ~3 (verschwunden|vermisst|weg)(?=$| hilfe| bitte| seit)|ich finde mein(e|en)? (\\w+ )?(kind|sohn|tochter) nicht|(kind|baby) ~3 (im|in einem) (heissen )?auto (eingeschlossen|eingesperrt|allein)`,
		},
		self_harm: {
			sure: `(ich )?(will|mochte|kann|werde) (\\w+ ){0,3}?(sterben|nicht mehr weiterleben|tot sein|nicht mehr da sein|nicht mehr sein)(?=$| und| bitte| ich| hilfe)
				(ich )?bring(e)? mich (jetzt |heute |gleich |noch )*um|(?<!(er|sie|jemand|mann|freund|vater|ex|einer|typ|kerl) )(will|mochte|werde|wollte|droht|drohte) ~3 mich (\\w+ )?(umbringen|umzubringen|toten|erschiessen|erhangen|aufhangen|verletzen|vergiften)|(will|mochte|werde|wollte|droht|drohte) ~3 sich (\\w+ )?(umbringen|umzubringen|toten|erschiessen|erhangen|aufhangen|verletzen|vergiften)|(?<!(will|wird|mochte|wollte) )(mich|sich) (\\w+ )?(umbringen|umzubringen|erhangen|erschiessen)(?=$| will| mochte| wird)|(das|mein|sein|ihr) leben (zu )?(nehmen|beenden)|(mir|sich) was antun|(mir|sich) etwas (an)?(zu)?antun|(mir|sich) etwas an(zu)?tun
				selbstmord(gedanken)?(?! (praventi\\w+|film))|suizid(al|gedanken|versuch)?|selbstmordgefahrdet|lebensmude|keinen sinn mehr ~3 leben|leben (hat|macht) keinen sinn|nicht mehr leben|ich mache schluss mit (dem|meinem) leben
				(packung|schachtel|flasche|handvoll|menge|alle|viele|ganze) (\\w+ )?(tabletten|pillen|schlaftabletten|medikamente) ~1 (geschluckt|genommen|eingenommen)|(tabletten|pillen|schlaftabletten) (geschluckt|uberdosis)
				(pulsadern|adern|handgelenke) (auf)?(geschnitten|schneiden|aufgeschnitten)|(ich )?spring(e|t)? (\\w+ ){0,2}?(von|vor|aus) (\\w+ )?(brucke|dach|zug|fenster|balkon|hochhaus)|(von der brucke|vom dach|vor (den|einen) zug|aus dem fenster) (zu )?spring\\w+|ritze mich|mich ritzen|(keine|keinen) (lust|kraft|mut|grund|willen)( mehr)? (mehr )?zu leben|(leben|alles) nicht mehr (aus|ertragen) ~1 (sterben|schluss)`,
			unsure: `(zu viele|alle|ganze packung) ~2 (schlaftabletten|tabletten|pillen)|abschiedsbrief|hat sich (erhangt|erschossen)|suizid\\w*`,
		},
		violence: {
			sure: `(wird|werde|werden) ~4 (geschlagen|verprugelt|angegriffen|bedroht|vergewaltigt|gewurgt|misshandelt|erstochen|ausgeraubt)(?! (vor|mit preis))|schlagt (seine|ihre|meine|ihren|seinen|meinen) (\\w+)
				{who} ~2 (schlagt|verprugelt|wurgt|bedroht|attackiert|verfolgt|vergewaltigt|sticht|schiesst|prugelt|tritt|misshandelt|stalkt|belastigt)( (mich|uns|sie|ihn|meine|auf|gerade|um|hier))+
				{who} ~3 (will|wird|droht|versucht)( (mich|uns|sie|ihn|meine \\w+))+ (gleich )?(umbringen|umzubringen|toten|erschiessen|erstechen|schlagen|zu (toten|schlagen))
				ich (wurde|werde|bin)( (gerade|von \\w+ \\w+|eben|mit \\w+ \\w+))* (angegriffen|bedroht|uberfallen|vergewaltigt|angeschossen|niedergestochen|geschlagen|verfolgt|entfuhrt|gestochen|verprugelt|gewurgt|ausgeraubt|eingesperrt)|wir werden (gerade )?(uberfallen)|werde (\\w+ ){0,3}(verfolgt) mit
				(hat|mit|zieht|haben|halt)( (ein|eine|einem|einer|sein|seine|einen))? (messer|pistole|waffe|gewehr|machete|revolver|schusswaffe)(?=$| und| auf| in| hier| an| hilfe| dabei| bedroht)(?! (zum|zu|verkaufen|schleifen))|bewaffnet(er|e)? ~2 (mann|person|im|in|hier|vor)|(jemand|hier|es|man) (wird (hier )?)?(schiesst|geschossen)|schusse ~3 (gehort|gefallen|hore)|hore schusse|amoklauf(er)?|geiselnahme|hausliche gewalt|(mein|meine) \\w+ (schlagt|wurgt|verprugelt) (mich|uns)|raububerfall|mich (jemand )?vergewaltigt|auf mich (geschossen|eingestochen)`,
			unsure: `(messer|pistole|waffe|machete|axt)(?=.*(vor|bedroht|hand|tur|kopf|mann|typ))|(mann|jemand|typ|er) ~5 (messer|pistole|waffe|machete|axt)( vor)?|erstochen|niedergestochen|schusse|vergewaltig\\w+|entfuhr(t|ung)|geisel\\w*|ich habe angst vor meinem (mann|ex|freund|vater)|zusammengeschlagen`,
		},
		break_in: {
			sure: `(versucht|versuchen|will|wollen|probiert) ~4 (tur|haustur|fenster|schloss|wohnungstur) ~2 (aufzubrechen|aufbrechen|einzutreten|eintreten|zu offnen|aufzumachen|einzuschlagen)|bricht (\\w+ )?(tur|fenster|haustur) auf|tritt (meine|die|unsere) (\\w+ )?tur ein
				(jemand|fremder|fremde|einbrecher|mann|unbekannter|leute|dieb|diebe|wer)( (ist|sind|steht|in|gerade|da|jetzt|noch|war|versucht))*( in (mein(em|er)?|unser(em|er)?|der|dem)| im) (\\w+ )?{place}(?! (fur|zum))
				einbrecher(?= (ist|sind|in|im|unten|oben|hier|da))|brich(t|en)? ~4 ein(?=$| hilfe| und)|(wird|werden) ~4 eingebrochen|(jemand|einer|einbrecher) (\\w+ ){0,3}(einzubrechen|eingebrochen)(?! ~4 (letzte|gestern))|(versucht|will) ~4 (einzubrechen|einbrechen|reinzukommen)|da ist (ein )?(einbrecher|fremder|jemand) (in|im|unten|oben|vor)`,
			unsure: `^(einbrecher|einbruch)$`,
		},
		fire: {
			sure: `{place}( (\\w+))? (brennt|steht in (flammen|brand)|in flammen|fing feuer)|(hier|es|da|oben|unten|bei (mir|uns|meinem \\w+)) ~1 brennt( es)?(?! (in den augen|mir auf|die zeit))|brennt es(?=$| bei| in| hier)|(feuer|brand|flammen)( ist)? (in|im|bei|auf) ~1 {place}|(uberall|viel|dichter|alles voller) rauch|rauch (uberall|kommt|aus|im)(?! melder)|hat feuer gefangen|feuer (ist )?ausgebrochen`,
			unsure: `(flammen|rauch) ~3 (aus|im|in|uberall|unter|durch)|(uberall|alles voll|dichter|viel) (ist )?rauch|riecht verbrannt|eingeschlossen(?=.*(rauch|feuer))|^(feuer|brand)$`,
		},
		gas: {
			sure: `(riecht|rieche|riechen) ~3 nach gas|rieche (\\w+ )?gas|gasgeruch|(ein )?gas ?leck(?! (such|pruf))|gas (stromt|tritt) aus|(kohlenmonoxid|co)( ?melder| ?warner)? ~3 (piept|schlagt|geht los|alarm|vergiftung)|kohlenmonoxidvergiftung|gas ?austritt`,
			unsure: `kohlenmonoxid(?!melder)`,
		},
		medical: {
			sure: `(atmet|atme) (nicht|kaum|schlecht)( mehr)?|(bekomme|bekommt|kriege|kriegt|krieg) (kaum |keine |schlecht )luft|keine luft mehr|kann nicht (mehr )?atmen|atmung (hat )?ausgesetzt|(keinen|kein) puls|horte? auf zu atmen|aufgehort zu atmen
				bewusstlos(e|er)?|ohnmachtig|in ohnmacht|nicht ansprechbar|zusammengebrochen(?<!(server|system|leitung|netz|markt) zusammengebrochen)|wacht nicht (mehr )?auf|reagiert nicht( mehr)?(?! auf)|bewegt sich nicht
				(hat|habe|hatte|glaube|bekommt|kriegt|verdacht auf|es ist|ist das)( (gerade|ein|eine|sie|er|einen|wohl|starken))* (herzinfarkt|schlaganfall|krampfanfall|anfall|herzstillstand|allergischen schock|allergischer schock|allergische reaktion|asthmaanfall|epileptischen anfall|uberdosis)(?! (bekommen als|fast))|anaphylaktisch\\w*|krampft
				(schmerzen|schmerz|stechen|druck) ~2 (in der|auf der|im) (brust|brustkorb)|brustschmerzen(?=$| und| hilfe)|brust tut (\\w+ )?weh
				erstickt|ersticke|verschluckt sich|(wird|ist|lauft) (ganz )?blau( an)?(?<=(baby|kind|er|sie|sohn|tochter|mann|frau|lippen) .{0,30})|ertrinkt|ertrinke|ertrunken|(stirbt|sterbe)(?=$| gleich| bitte| hilfe| er| sie)(?! vor)
				(blutet|blute) ~2 (stark|sehr|heftig|uberall|schlimm|viel|aus)|(viel|uberall|alles voller) blut(?! ?(druck|test|orangen|spende|wurst))|verliert (\\w+ )?blut|verblutet|(hort|hort es) nicht auf zu bluten
				(kind|sohn|tochter|baby|er|sie) ~3 (tabletten|pillen|medikamente) (geschluckt|gegessen|genommen)|(getrunken|verschluckt|geschluckt)(?<=(bleiche|reiniger|gift|batterie|spulmittel|rohrreiniger|putzmittel|waschmittel) (\\w+ )?(getrunken|verschluckt|geschluckt))|vergift(et|ung)(?=$)|schlangenbiss|von einer schlange gebissen
				(unfall) ~8 (verletzt\\w*|eingeklemmt|blut\\w*|schwer)|(angefahren|uberfahren) worden|schwer verletzt|stromschlag (bekommen|erlitten)|fruchtblase (ist )?geplatzt|baby kommt( jetzt)?(?=$| jetzt)|wehen(?=$)|(gesturzt|gefallen) ~8 (bewegt|reagiert|blutet|nicht (mehr )?aufstehen|ansprechbar)|hals schwillt`,
			unsure: `(blutet|bewusstlos\\w*|krampf(anfall)|uberdosis)(?! (das|der|die) (system|server|internet))|(starke|heftige) (brust)?schmerzen(?=.*brust)|^((hilfe|bitte) )*(herzinfarkt|schlaganfall|notfall hilfe)$`,
		},
		unnamed: {
			sure: `(ruf\\w*|hol\\w*|schick\\w*|brauch\\w*|alarmier\\w*|verstandig\\w*|wahl\\w*|will)( (sie|bitte|mir|uns|sofort|schnell|jetzt|dringend|ich|wir))* (die |den |einen |eine |das )?(polizei|krankenwagen|rettungswagen|notarzt|feuerwehr|rettung|ambulanz|notruf|9 ?1 ?1|neun eins eins|112)(?! (bericht|rechnung|auto spielzeug))(?=$| bitte| sofort| schnell| jetzt| zu| nach| hierher| hilfe| fur| er| sie)
				(bin|sind|ist) in (lebens)?gefahr|geht um leben und tod|lebensgefahr|zu hilfe|hilfe hilfe`,
			unsure: `krankenwagen(?! (rechnung|spielzeug))|notarzt|^(polizei|feuerwehr)( bitte| schnell)?$`,
		},
	},
	idioms: `rufen sie jetzt 911 an(?= \\| (oder rufen|wenn sie konnen|man sagt|sag ihnen|diese nummer))|bring(t|en) mich um wenn|(der|die|das) (internet|wlan|leitung|handy|akku|batterie) (ist|sind) tot|sterbe(n)? vor (hunger|lachen|langeweile|hitze|durst|neugier)|lach\\w* mich tot|(das|preis|preise|es|kosten) bring(t|en) mich um|(der|die|das|dieser) (\\w+ )?(preis|preise|stau|warten) (\\w+ )?(bring|mach)\\w+ mich (um|fertig)|feuer(werk|loscher|versicherung|holz|wehrmann|stelle)\\w*|rauchmelder|brandschutz|(fast|beinahe) (einen |ein(en)? )?(herzinfarkt|schlaganfall)( \\w+)?|messer schleifen|notfall ~1 (nummer|termin|plan)|(im notfall|bei (einem )?notfall|falls)[^|]*(9 ?1 ?1|112)|hunger ?tod|gas(rechnung|heizung|herd|tank|grill)`,
	past: `(letzte[snmr]?|vorige[snmr]?|vergangene[snmr]?) (jahr|monat|woche|sommer|winter)|vor (\\w+ )?(jahren|monaten|wochen|tagen)|im jahr|(19|20)\\d\\d|als ich (klein|ein kind|jung)|fruher|(ist|war) (\\w+ ){0,3}(gestorben|verstorben)`,
	supposition: `(wenn|falls|im falle?|was (tun|mache ich)|ob|sollte)( (es|jemand|ein|eine|ich|man|der|die|das|wir|mein|meine|hier))*`,
	business: `versicherung|kurs|kurse|schulung|ubung|film|karten|anwalt|bericht|angebot|termin|rechnung|verkaufen|kaufen|preis|kosten|installieren|melder|alarmanlage|patienten|behandeln|stelle|bewerbung|kopie|prufung`,
};
