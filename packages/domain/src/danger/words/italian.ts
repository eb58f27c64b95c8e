import { type DangerLanguage, person } from "../danger-words.ts";

const people = `mamma|madre|papa|padre|babbo|figli[oa]|bambin[oa]|bimb[oa]|neonat[oa]|fratello|sorella|marito|moglie|ragazz[oa]|fidanzat[oa]|compagn[oa]|ex|nonn[oa]|zi[oa]|cugin[oa]|amic[oa]|vicin[oa]|collega|capo|cliente|signor[ea]|uomo|donna|persona|patrigno|tizio`;

export const italian: DangerLanguage = {
	people,
	signs: `mor[a-z]*|ammazz|uccid|uccis|suicid|impicc|viv[a-z]*|vita|finita|vene|polsi|pillole|pastiglie|medicine|sonniferi|farmaci|compresse|pasticche|salt|butt|lanci|ponte|spar|picchi|mena|aggred|attacc|strangol|minacc|segu|insegu|violent|stupr|rapin|rapit|accoltell|ostagg|coltello|pistola|arma|armat|fucile|machete|ladr|estrane|sconosciut|intrus|qualcuno|entra|forz|sfond|scassin|fuoco|incendi|brucia|fiamm|fumo|esplos|gas|monossido|respir|svegli|rispond|reagi|muov|svenut|sensi|coscienza|conoscenza|incoscient|accasciat|collassat|infarto|ictus|arresto|overdose|convuls|crisi|shock|allergi|attacco|dolor|petto|soffoc|anneg|affog|dissangu|blu|strozz|sanguin|sangue|emorrag|candeggina|veleno|incidente|investit|travolt|ferit|fulminat|mors[oa]|acque|nasc|partor|cadut|gola|anni|sol[oa]|paura|mamma|papa|trovo|scompars|sparit|polizia|carabinieri|ambulanza|pompieri|vigili|soccors|911|112|118|pericolo|aiut|avvelen|battito|polso|male`,
	parts: {
		who: `(lui|lei|loro|qualcuno|((mio|mia|il|la|un|una|nostro|nostra|suo|sua|questo) (\\w+ ){0,2}?)?${person})`,
		kin: person,
		place: `(casa|appartamento|palazzo|cucina|camera|garage|cantina|macchina|auto|camion|negozio|ufficio|tetto|edificio|scuola|albergo|hotel|bosco|letto|forno|salotto|soffitta|magazzino|capannone)`,
	},
	dangers: {
		child_alone: {
			sure: `ho (solo )?(quattro|cinque|sei|sette|otto|nove|dieci|\\d) anni ~8 (mamma|papa|sol[oa]|paura|nonna)
				(mamma|papa|nonna) ~3 non (si )?(sveglia|risponde|muove|alza|parla)
				sono (da )?sol[oa] ~4 (ho )?paura
				non trovo (piu )?(mi[oa] |il mio |la mia )(figli[oa]|bambin[oa])|(mi[oa] figli[oa]|il mio bambino|la mia bambina)( di \\w+ anni)? (e )?(scompars[oa]|spari(to|ta)|si e pers[oa])|(bambin[oa]|neonato) ~3 chius[oa] in (macchina|auto)`,
		},
		self_harm: {
			sure: `(?!(vuole|sta per|minaccia di|cerca di|prova a) (\\w+ )?(ammazzarmi|uccidermi|spararmi|buttarmi|farmi))(voglio|vuole|vorrei|sto per|sta per|penso di|pensando di|ho deciso di|preferisco|preferirei|minaccia di|cerca di|prova a|ho voglia di) ~1 (morire|ammazzarmi|uccidermi|ammazzarsi|uccidersi|suicidarmi|suicidarsi|impiccarmi|impiccarsi|togliermi la vita|togliersi la vita|buttarmi|buttarsi|tagliarmi le vene|farmi del male|spararmi|farsi del male)(?! (dal ridere|dalle risate|di (fame|sonno|sete|noia)))
				(?!mi vuole)(mi|si) (voglio|vuole|vorrei) (ammazzare|uccidere|suicidare|impiccare|buttare|fare del male)|(mi (ammazzo|uccido|suicido|impicco)|si (ammazza|uccide|suicida|impicca))(?=$| adesso| stasera| ora| se| aiuto)|(mi) (sparo|taglio le vene|butto (dal|sotto|giu))
				(non )?(ho|ha) (piu )?voglia di vivere(?<=non .{0,40})|farla finita(?! con (il|la|questo|questa))|non (voglio|vuole|ho voglia di) (piu )?(vivere|esistere|continuare a vivere)( piu)?|non ce la faccio piu a vivere|stanc[oa] di vivere|la vita non (ha|vale)|(penso|pensando|pensieri|pensa) ~1 (suicid\\w+|di suicid\\w+)|istinti suicidi
				(ho|ha) (preso|ingoiato|inghiottito) ~2 (scatola|flacone|tutte|troppe|boccetta|manciata|sacco) ~4 (pillole|pastiglie|medicine|sonniferi|farmaci|pasticche|compresse)|(mi sono|si e) tagliat[oa] (le vene|i polsi)|(salto|saltare|buttarmi|buttarsi|mi butto|lanciarmi) (dal|giu dal|dalla|da un|sotto (un|il)) (\\w+ )?(ponte|tetto|finestra|treno|balcone)`,
			unsure: `suicid(armi|arsi)(?! squad)`,
		},
		violence: {
			sure: `sta (picchiando|aggredendo|strangolando|minacciando|accoltellando|violentando) (sua|mia|suo|mio|la|il|una|un|i) (\\w+)
				(mi|ci|la|lo) (sta|stanno) (picchiando|aggredendo|attaccando|strangolando|minacciando|seguendo|inseguendo|violentando|rapinando|accoltellando|menando|facendo del male|puntando)|(mi|ci) (picchia|mena|aggredisce|segue|insegue|minaccia con|ha (picchiat[oa]|accoltellat[oa]|violentat[oa]|aggredit[oa]|sparato|minacciat[oa]|strangolat[oa]|stuprat[oa])|hanno (accoltellat[oa]|sparato|aggredit[oa]|rapinat[oa]|rapit[oa]|violentat[oa]|picchiat[oa])|vuole (uccidere|ammazzare)|vogliono uccidere)
				(vuole|vogliono|sta per|minaccia di|cerca di|prova a) (uccidermi|ammazzarmi|ucciderci|ucciderla|farmi del male|violentarmi|picchiarmi)|sono stat[oa] (accoltellat|aggredit|violentat|rapinat|rapit|stuprat|picchiat|sparat)[oa]
				(ha|con|tiene|punta|hanno|tira fuori)( (un|una|il|la))? (coltello|pistola|arma|fucile|machete)(?=$| e| alla| puntat\\w+| in| qui| aiuto| contro| fuori)(?! da cucina)|(uomo|tizio|persona|ladro|qualcuno|uomini) armat[oi]|(sento|ci sono|si sentono)( degli| gli)? spari|sparatoria|stanno sparando|sta sparando|rapina (in corso|adesso)|violenza domestica|ostaggi[oa]?`,
			unsure: `(puntat[oa]|punta) ~2 (pistola|fucile|coltello)|(uomo|tizio|qualcuno|lui) ~5 (pistola|coltello|fucile|machete)|accoltellat\\w+|violentat\\w+|stuprat\\w+|spari(?=$| fuori)|ostaggi\\w*|rapit[oa]|ho paura di mio (marito|padre)|picchia (mia|la|sua)`,
		},
		break_in: {
			sure: `(cercando|cerca|tentando|provando|tenta|prova)( di| a)? (entrare|forzare|aprire|sfondare|scassinare) ~3 (casa|porta|finestra|appartamento|serratura)
				(c e|ci sono|sento|vedo) (qualcuno|un ladro|i ladri|dei ladri|ladri|uno sconosciuto|un estraneo|un intruso|un uomo|gente) ~1 (in|dentro|nella|nel|sotto|di sotto)( la)?( mio)? ?({place}|mia)?(?! (negozio per))
				(qualcuno|ladri|un ladro|un uomo) ~3 (entrando|entrare|entrat[oi]|forzando|sfondando|scassinando) ~3 ({place}|porta|finestra|mia)|(sono|stanno) entrat[oi] (i )?ladri|stanno entrando in casa`,
		},
		fire: {
			sure: `{place} ~1 (brucia|va a fuoco|e in fiamme|in fiamme)|(sta|stanno) (andando a fuoco|bruciando)(?! (calorie|le tappe))|c e (un |il |tanto |molto |del )?(incendio|fuoco|fumo)(?! (d artificio|di paglia))( (in))?|ci sono (le )?fiamme|(incendio|fuoco) (in|nel|nella|al) {place}|fumo (dappertutto|ovunque)|c e stata un esplosione|al fuoco|ha preso fuoco`,
			unsure: `(fiamme|fumo|incendio) ~3 (dalla|dal|in|nella|nel|da|dappertutto|ovunque)|intrappolat\\w+(?=.*(fumo|fuoco))|^(al )?(fuoco|incendio)$`,
		},
		gas: {
			sure: `(odore|puzza) di gas|(fuga|perdita) di gas(?! (riparazion|controll))|(allarme|rilevatore) ~3 monossido ~3 (suona|suonando)|intossicat[oa] dal (gas|monossido)`,
			unsure: `monossido di carbonio`,
		},
		medical: {
			sure: `non (\\w+ )?(respira|respiro|riesco a respirare|riesce a respirare|respirano)( \\w+)?|smesso di respirare|non (ha|sento il) (polso|battito)|(non )?(si sveglia|risponde|reagisce|muove)(?<=(cadut|svenut|{kin}|mamma|papa|terra|batte).{0,60}non (si )?(sveglia|risponde|reagisce|muove))(?! (al|alle|ai) )
				svenut[oa]|(e )?perso (i sensi|conoscenza)|privo di sensi|incoscient[ei]|priva di sensi|(e) accasciat[oa]|collassat[oa]
				(arresto cardiaco|crisi epilettica|shock anafilattico|reazione allergica grave|attacco (di cuore|d asma|cardiaco))(?<=(avuto|ha|ho|le|in|sia|abbia|credo|penso) (sia |un |uno |una |le |in )*(ictus))
				dolor[ei] ~3 (al|nel) petto|(mi|gli|le) fa male il petto|(sta|sto) (soffocando|morendo|annegando|affogando|dissanguando)(?! (di|dalla|dal|nel lavoro))|soffoca(?=$)|(sta diventando|e|diventa|e diventato) blu|si sta strozzando
				(sanguina|sanguino|perde|perdo|perdendo) ~3 (molto|tanto|sangue|forte|testa)|(molto|tanto|un sacco di) sangue|non smette di sanguinare|emorragia|sto sanguinando|sta sanguinando
				(ha|ho) (bevuto|ingoiato|inghiottito) ~2 (candeggina|veleno|detersivo|pila|batteria|ammoniaca)|(investit[oa]|travolt[oa]) da|incidente ~8 (ferit\\w+|incastrat\\w+|grav\\w+|sangue)|gravemente ferit[oa]|fulminat[oa]|mors[oa] da (una vipera|un serpente)|rotte le acque|sta nascendo|sto partorendo|cadut[oa] ~8 (non|sangu\\w+|svenut\\w+)( (si alza))?|gola (si sta chiudendo|gonfia)`,
			unsure: `(sanguin\\w+|soffoc(ando)|ictus|avvelenat\\w+|annega(ndo)?|dissangu\\w+)(?! (le gengive))`,
		},
		unnamed: {
			sure: `(chiam\\w+|mand\\w+|bisogno|serve|voglio|invi\\w+|aiuto)( \\w+)?( d| di)? (la |il |i |una |l |dell |della |dei |un )?(polizia|carabinieri|ambulanza|pompieri|vigili del fuoco|soccorsi|9 ?1 ?1|112|118)(?! (fattura))(?=$| subito| per favore| presto| qui| a| ora| vi prego)
				(sono|siamo|e) in pericolo|questione di vita o di morte|aiuto aiuto`,
			unsure: `^(un )?ambulanza( subito)?$`,
		},
	},
	idioms: `non puo chiamare i soccorsi|chiami subito il 911(?= \\| (oppure|se puo|le diranno|di dove|questo numero))|mi (uccide|ammazza) se|(far|fare|venire|viene) (venire )?un infarto|(muoio|morendo|morire|mort[oa]|muore|morto) (di (fame|sonno|sete|noia|freddo|caldo|stanchezza|curiosita)|dal(la|le)? (ridere|risate|voglia)|dalla voglia)|fuochi d artificio|(prezzo|prezzi|questo|attesa) mi uccid\\w+|ammazzare il tempo|(rilevator\\w+|allarm\\w+) (di fumo|antincendio)|assicurazione incendio|quasi (un )?infarto|se (e|si tratta di|avete) un emergenza[^|]*|fuoco di paglia`,
	past: `(anno|mese|estate|inverno) scors[oa]|settimana scorsa|(anni|mesi|settimane|giorni) fa|nel (19|20)\\d\\d|quando ero|(e|era) mort[oa] (l|nel|a|anni)`,
	supposition: `(se|in caso di|quando|cosa (fare|faccio))( (c|e|qualcuno|un|una|il|la|sento|si|mio|mia|ci))*`,
	business: `assicurazione|corso|corsi|esercitazione|film|biglietti|avvocato|rapporto|preventivo|appuntamento|fattura|bolletta|vendete|comprare|prezzo|quanto costa|installare|rilevatore|allarme|pazienti|lavoro|copia|caldaia`,
};
