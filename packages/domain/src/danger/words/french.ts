import { type DangerLanguage, person } from "../danger-words.ts";

const people = `mere|maman|pere|papa|fils|fille|bebe|enfants?|gamin|petit[e]?|frere|soeur|mari|femme|epouse?|conjoint|copain|copine|compagnon|compagne|ex|grand mere|grand pere|mamie|papi|papy|oncle|tante|cousine?|ami|amie|voisine?|collegue|patron|client|cliente|monsieur|dame|homme|personne|beau pere|belle mere|type|mec|gars`;

export const french: DangerLanguage = {
	people,
	signs: `quelqu|maison|chez|mour|meur|mort|tuer?|tue[a-z]*|suicid|pend(re|ue?)|vivre|vie|finir|jours|veines|medicaments|cachets|pilules|somniferes|comprimes|saut|jet[a-z]*|pont|frapp|bat[a-z]*|tape|cogne|menac|etrangl|agress|attaqu|poursui|sui(t|vie?)|viol|poignard|kidnapp|sequestr|otage|arme|couteau|pistolet|fusil|flingue|machette|revolver|feu|fusillade|tireur|tir[a-z]*|braqu|braquage|voleur|cambriol|intrus|inconnu|entr|rentr|forc|defonc|penetr|brul|flamm|incendi|fumee|explos|gaz|monoxyde|respir|reveill|repond|reagi|boug|inconscient|connaissance|evanoui|effondr|malaise|crise|infarctus|avc|arret|overdose|choc|convuls|douleur|mal|poitrine|etouff|noie|noy[a-z]*|asphyx|bleu|saign|sang|hemorrag|javel|avale|renvers|accident|electrocut|blesse|tombe|mordu|gorge|accouch|eaux|bebe|ans|seule?|peur|maman|papa|trouve|disparu|perdu|police|pompiers|ambulance|samu|secours|gendarm|urgence|911|neuf|danger|empoisonn|pouls|lettre|coince`,
	parts: {
		who: `(il|elle|ils|elles|quelqu ?un|on|((mon|ma|mes|son|sa|notre|un|une|le|la|ce|cette) (\\w+ ){0,2}?)?${person})`,
		kin: person,
		place: `(maison|appartement|appart|immeuble|cuisine|chambre|garage|cave|voiture|camion|magasin|bureau|toit|grenier|batiment|ecole|hotel|salon|jardin|escalier|four|foret|lit|entrepot)`,
	},
	dangers: {
		child_alone: {
			sure: `j ai (quatre|cinq|six|sept|huit|neuf|dix|\\d) ans ~8 (maman|papa|seule?|peur|mamie)
				(maman|papa|mamie) ~3 (ne )?(se )?(reveille|repond|bouge|parle)(r)? (pas|plus)
				je suis (tout |toute )?seule? ~4 (j ai )?peur
				je ne (trouve|retrouve) (plus|pas) (ma|mon) ({kin})|(ma|mon) ({kin})( de \\w+ ans)? (a disparu|est perdue?|est portee? disparue?)|j ai perdu (ma fille|mon fils|mon enfant)
				(bebe|enfant) ~4 (enferme|coince|seul)e? dans (une|la|ma) voiture`,
		},
		self_harm: {
			sure: `(?!(veut|va|menace de|essaie de|tente de) (me|m|nous) )(veux|veut|voudrais|vais|va|envie de|pense a|penser a|songe a|prefere|essaye? de|essaie de|menace de|parle de|tente de|compte)( (me|se|m|s|juste|vraiment|bien))* (mourir|tuer|suicider|pendre|flinguer|foutre en l air|donner la mort|ouvrir les veines|tailler les veines|faire du mal|jeter (sous|du|par|d un|dans))(?! de (rire|faim|rire|soif|chaud|froid|honte|fatigue|ennui)| le temps)(?! (des|les|mon|le|la|une?) )
				(?<!(va|veut|vont|veulent|menace de|essaie de) )(me|se) (suicider|tuer|pendre)(?=$| ce soir| maintenant| avec| aide)|(pense|penser|pensees|songe) ~1 (suicidaires?)|(suis|est|me sens) suicidaire|suicide(r)? (ce soir|maintenant)
				plus (envie|le gout|la force) de vivre|(n )?(veux|veut|ai|a) (plus|pas) (envie de )?(vivre|exister|continuer a vivre|etre en vie)|en finir (avec (la|ma) vie|une fois pour toutes)|(veux|vais|va|veut) en finir(?! avec (ce|cette|mon abonnement|le))|mettre fin a (mes|ses|ma|sa) (jours|vie)|la vie ne vaut (pas|plus)|marre de (vivre|la vie)|fatiguee? de vivre
				(ai|a|avait) (avale|pris|gobe) ~2 (boites?|tous|toute|trop|plein|plaquettes?|tube) ~4 (medicaments?|cachets?|pilules|somniferes|comprimes|antidepresseurs)
				(vais|va|veux|veut) (me |se )?(sauter|jeter) ~2 (du|d un|de la|sous|par) (\\w+ )?(pont|toit|immeuble|train|balcon|metro|fenetre)|(me suis|s est) (ouvert|taille|coupe) les veines`,
			unsure: `s est (pendue?|tiree? une balle)|lettre d adieu|suicid(er|aires?)`,
		},
		violence: {
			sure: `(est|sont) en train de (frapper|battre|agresser|attaquer|etrangler|poignarder|violer|tuer)( (me|moi|ma|sa|son|mon|une?|quelqu|la|le))+|{who} (frappe|bat|menace|attaque|etrangle) (sa|ma|son|mon|une?|les|mes|ses) (\\w+)
				{who} ~2 (me|m|nous|la|le) (frappe|bat|tape|cogne|menace|etrangle|agresse|attaque|poursuit|suit|viole|violente|a frappee?|a battue?|a poignardee?|a tire dessus|a violee?|a agressee?|a etranglee?|a menacee?|veut (tuer|du mal)|va tuer|maltraite|touche)(?! (du succes|bien|la facture|de (resilier)))
				(on )?(m|me|nous) (attaque|agresse|frappe|poursuit|menace avec|suit dans la rue|viole|bat|a agressee?|a attaquee?)(?=$| a| et| dans| chez| en| maintenant)
				(veut|va|vont|essaie de|menace de) (me|nous|la|le|m) (tuer|frapper|poignarder|violer|faire du mal)|j ai ete (poignarde|agresse|viole|attaque|frappe|kidnappe|enleve|tabasse)e?e?|je suis (sequestree?|prise? en otage|poursuivie?|suivie par)|on m a (poignarde|agresse|viole|tire dessus|attaque|kidnappe)e?e?
				(a|avec|tient|sort|pointe|brandit)( (un|une|son|sa))? (couteau|pistolet|arme|fusil|flingue|machette|revolver)(?=$| et| a| sur| dans| vers| ici| devant)(?! (de cuisine|a vendre))|(homme|type|quelqu un|individu|mec)s? (est )?arme|coups de feu(?! en cuisine)|(il y a )?(une )?fusillade|(un )?tireur|prise d otages|braquage
				(on nous|on me|ils) braque(nt)?|violences conjugales`,
			unsure: `(arme|couteau|pistolet|fusil)(?=.*(menace|porte|main|sur moi|tuer|homme|devant))|(homme|quelqu ?un|mec|type|il) ~5 (couteau|pistolet|fusil|machette)|poignard\\w+|coups? de feu|agress(e|ee|ion)|viol(e|ee|er)(?=$)|otages?|kidnapp\\w+|j ai peur de mon (mari|ex|copain|pere)|me suit(?=$| dans| depuis)`,
		},
		break_in: {
			sure: `(essaie|essaye|essaient|tente|en train|cherche)( de| d| a)? (forcer|ouvrir|entrer|defoncer|casser|fracturer|crocheter) ~3 (porte|fenetre|chez|maison|appartement|serrure)
				(quelqu ?un|un homme|un inconnu|des voleurs|un voleur|un cambrioleur|des cambrioleurs|des gens|un intrus|des individus|on) ~3 (est |sont |a )?(entre|entrer|rentre|rentrer|dans|force|forcer|penetre|casse|fracture|introduit)(e|s|nt)? ~4 (chez (moi|nous|mon|ma)|{place}|porte|fenetre|domicile)
				(il y a )(un |des |quelqu ?un |une )?(cambrioleurs?|voleurs?|intrus|inconnu|personne que je ne connais pas|homme)? ~1 ?(dans (la|ma|mon|l|notre) ({place})|chez (moi|nous))(?<!des souris chez moi)|cambriolage en cours|on me cambriole|(etre|suis|est) (en train d etre )?cambriolee?`,
		},
		fire: {
			sure: `{place} ~1 (brule|bruler|est en feu|en feu|en flammes|crame)|il y a (le feu|un feu|du feu|un incendie|des flammes|une explosion|beaucoup de fumee|plein de fumee|de la fumee)(?! (d artifice|de (joie|cheminee)|rouge|vert))|(a|prend) (pris )?feu|(feu|incendie) dans (la|mon|ma|l|le|notre) {place}|au feu|fumee partout`,
			unsure: `(flammes|fumee|incendie) ~3 (dans|sous|par|du|de la|chez|partout)|coinces?(?=.*(fumee|feu|flammes))|^(au )?(feu|incendie)$`,
		},
		gas: {
			sure: `(sent|sens|sentons|sentir) ~3 (le |du )?gaz|odeur de gaz|fuite de gaz(?! (reparation|detect))|(detecteur|alarme)( de| au)? monoxyde ~4 (sonne|sonnent|s est declenche)|intoxi\\w+ au (gaz|monoxyde)`,
			unsure: `monoxyde de carbone`,
		},
		medical: {
			sure: `(n )?(respire|respires) (plus|pas|mal)|(n )?arrive (plus|pas) a respirer|(peux|peut) (plus|pas) respirer|arrete de respirer|mal a respirer|pas de pouls|plus de pouls
				(ne )?se reveille (pas|plus)|(ne )?(repond|reagit|bouge) (plus|pas)(?! (a|aux|au|sur|mes)\\b)(?<=({who}).{0,60})|inconsciente?|sans connaissance|perdu connaissance|evanouie?|s est (effondree?)|(a )?(fait|fais) un malaise
				(crise cardiaque|infarctus|avc|arret cardiaque|overdose|crise d asthme|crise d epilepsie|choc anaphylactique|reaction allergique grave|convulsions?)(?<=(fait|fais|faire|fait une|fait un|a eu|pense que|crois que|c est|d|ai|a|une|un|des|en) (une |un |des |d |grave )?(crise cardiaque|infarctus|avc|arret cardiaque|overdose|crise d asthme|crise d epilepsie|choc anaphylactique|reaction allergique grave|convulsions?))|convulse
				(douleur|douleurs|mal) ~4 (a la|dans la|au niveau de la|a ma|dans ma) poitrine
				s etouffe|(est|suis) en train de (mourir|s etouffer|m etouffer|se noyer|me noyer|s asphyxier)(?! de)|(se noie|s est noyee?)|(est|devient|devenu|tout) (tout )?bleue?(?<=(bebe|enfant|il|elle|fils|fille).{0,40})|va mourir(?! de)|est en train d accoucher|j accouche|perdu les eaux|le bebe arrive
				saigne(r)? (beaucoup|enormement|abondamment|partout|de la tete)|(du|beaucoup de|plein de) sang( partout)|perd(s)? (beaucoup de|du|son) sang|hemorragie|je saigne
				(avale|bu) ~2 (javel|poison|produit|pile|detergent)|(ete )?(renverse|percute|fauche)e? par (une|un)|accident ~6 (blesse|coince|grave|sang)\\w*|electrocutee?|(gravement|grievement) blessee?|tombee? ~8 (bouge|repond|saigne|respire|inconscient)\\w*|mordue? par (un serpent|une vipere)|gorge (gonfle|se ferme)`,
			unsure: `(saigne\\w*|inconscient\\w*|convuls\\w+|s etouffe\\w*|noyade|effondre\\w*|evanoui\\w*|empoisonn\\w+)(?! (des gencives))|^(crise cardiaque|infarctus|avc)$`,
		},
		unnamed: {
			sure: `(appelez|appelle|appeler|envoyez|envoie|besoin d|besoin de|faut|veux|passez moi|contactez) ~1 (la |le |les |une? |l |des |de la |d une )?(police|pompiers|samu|secours|9 ?1 ?1|neuf un un|gendarmes?|gendarmerie|urgences)(?! (d assurance|rapport))(?=$| vite| s il| maintenant| tout| ici| chez| a| pour)
				au secours|(suis|est|sommes) en danger|question de vie ou de mort`,
			unsure: `^(une )?ambulance( vite)?$`,
		},
	},
	idioms: `ne peut pas appeler les secours|appelez le 911 maintenant(?= \\| (ou appelez|si vous le pouvez|on vous dira|dis ou|ce numero))|(va|vais|vont) me tuer si|(me|te) tue si|mourir de \\w+ si|(meurs|meurt|mourir|mort|morte|mourais) de (faim|rire|soif|froid|chaud|fatigue|honte|ennui|peur|trouille|envie)|feux? d artifice|(ca|cela|c|ce|me) (me )?tue(nt)? (ces|les|de|le)|tuer le temps|c est du feu|coup de feu en cuisine|feu (rouge|vert|de joie)|(detecteurs?|alarmes?) (de fumee|incendie)|assurance incendie|failli (faire|avoir) une crise cardiaque|si (c est|vous avez|il s agit d) une urgence[^|]*`,
	past: `l an(nee)? derni(er|ere)|(le mois|la semaine|l ete) derni(er|ere)|il y a (\\w+ )?(ans|mois|semaines|jours|longtemps)|en (19|20)\\d\\d|quand j etais|est (mort|decedee?|morte) (en|l)`,
	supposition: `(si|en cas d|en cas de|que faire|lorsque|quand)( (il|on|y|a|je|quelqu|un|une|d|mon|ma|le|la|ca))*`,
	business: `assurance|cours|formation|exercice|film|billets|avocat|rapport|devis|rendez vous|facture|vendez|acheter|prix|combien|installer|installation|detecteurs?|alarmes?|patients|traitez|emploi|copie|chaudiere`,
};
