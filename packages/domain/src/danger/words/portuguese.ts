import { type DangerLanguage, person } from "../danger-words.ts";

const people = `mae|mamae|pai|papai|filh[oa]|filhinh[oa]|bebe|crianca|menin[oa]|irma|irmao|marido|esposa|esposo|mulher|namorad[oa]|companheir[oa]|ex|avo|vovo|tio|tia|prim[oa]|amig[oa]|vizinh[oa]|colega|chefe|cliente|senhora?|homem|pessoa|padrasto|cara`;

export const portuguese: DangerLanguage = {
	people,
	signs: `mor[a-z]*|mat(ar|ou|a)|suicid|enforc|viv[a-z]*|vida|pulsos|remedios|comprimidos|pilulas|calmantes|pul[a-z]*|jog[a-z]*|ponte|tiro|tirot|atir|bat(e|eu|endo)|agred|agrid|atac|ameac|seguindo|persegu|estupr|assalt|esfaque|espanc|machuc|sequestr|refem|refens|balead|faca|arma|armad|pistola|revolver|fuzil|facao|ladr|estranho|invas|invad|bandid|alguem|entr|arromb|fogo|incend|chamas|queim|fumaca|explos|gas|monoxido|respir|acord|reag|desmai|inconsciente|desacordad|infart|enfarte|derrame|avc|parada|overdose|convuls|ataque|alergic|choque|dor|peito|engasg|sufoc|afog|asfixi|rox[a-z]*|azul|sangr|sangue|hemorrag|cloro|veneno|acidente|atropel|ferid|eletrocut|picad|bolsa|nasc|caiu|garganta|anos|sozinh|medo|mamae|mae|papai|pai|encontro|desaparec|sumiu|perdi|policia|ambulancia|bombeir|samu|socorro|911|190|192|193|perigo|ajud|envenen|pulso|tomei|tomou|engol|carta`,
	parts: {
		who: `(ele|ela|eles|alguem|((meu|minha|o|a|um|uma|nosso|nossa|seu|sua) (\\w+ ){0,2}?)?${person})`,
		kin: person,
		place: `(casa|apartamento|predio|cozinha|quarto|garagem|porao|carro|caminhao|loja|escritorio|telhado|edificio|escola|hotel|mato|cama|fogao|forno|sala|deposito|galpao)`,
	},
	dangers: {
		child_alone: {
			sure: `(eu )?tenho (so )?(quatro|cinco|seis|sete|oito|nove|dez|\\d) anos ~8 (mamae|mae|papai|pai|sozinh[oa]|medo|vovo)
				(mamae|papai|vovo|minha mae|meu pai) ~3 nao (esta )?(acorda(ndo)?|responde|se mexe|levanta|fala)
				estou sozinh[oa] ~4 medo
				nao (encontro|acho) (mais )?(meu|minha|o meu|a minha) (filh[oa]|bebe|crianca)|(meu filho|minha filha)( de \\w+ anos)? (desapareceu|sumiu|esta desaparecid[oa]|se perdeu)|perdi (meu filho|minha filha)|(bebe|crianca) ~3 (trancad[oa]|pres[oa]|sozinh[oa]) (no|dentro do) carro`,
		},
		self_harm: {
			sure: `(?!(quer|vai|ameaca|ameacando|tentando|tentou|tenta|diz que vai) (me|nos) )(quero|quer|queria|vou|vai|penso em|pensando em|pensa em|prefiro|tentando|tento|tentou|tenta|ameaca|ameacando|vontade de|decidi)( (me|se|so|muito|mesmo))* (morrer|matar|enforcar|acabar com (a )?(minha|sua|tudo|propria)( \\w+)?|tirar (a )?(minha|propria) vida|me jogar|me cortar|cortar os pulsos|me machucar|se machucar|dar um tiro na (minha )?cabeca|pular (da|do) (ponte|predio))(?! de (rir|fome|sono|sede|vergonha|calor|frio)| (a fome|o tempo|baratas|ratos|aula|saudade))
				(?<!(quer|vai|querem|vao|tentou) )(me|se) (matar|enforcar)(?=$| hoje| agora| com)|nao (quero|quer|aguento|tenho vontade de) (mais )?(viver|existir|continuar vivendo|continuar vivo)|(cansad[oa]) de viver|minha vida nao (vale|tem)|(pensamentos|ideias) (suicid\\w+)
				(tomei|tomou|engoli|engoliu) ~3 (caixa|frasco|cartela|todos|muitos|monte|punhado) ~4 (remedios?|comprimidos|pilulas|calmantes)|(cortei|cortou) os pulsos|(vou|quer|vai|quero) (pular|me jogar|se jogar) (da|do|de um|de uma|na frente) (\\w+ )?(ponte|predio|janela|trem|varanda|telhado)`,
			unsure: `(tomei|tomou) ~3 (comprimidos|remedios|pilulas)( da| do| de)? (minha|meu|mae|pai)?(?=.*(todos|todas|morrer|muitos|mae))|carta de despedida|se (enforcou|matou)(?! (em|ano))`,
		},
		violence: {
			sure: `(esta|ta|estao) (batendo|espancando|agredindo|atacando|ameacando|enforcando|esfaqueando) (em |n[oa] |a |o )?(minha|meu|sua|seu|mulher|esposa|uma|um|namorada|filhos?|mim|nos|gente)
				(esta|estao|ta) (me|nos|batendo em|a) ?(batendo|agredindo|atacando|enforcando|ameacando|seguindo|perseguindo|estuprando|assaltando|esfaqueando|machucando|espancando)|(estou|estamos) sendo (atacad|agredid|assaltad|seguid|perseguid|ameacad|espancad|estuprad)[oa]s?|batendo em mim|(me|nos) (bate|bateu|agrediu|esfaqueou|esfaquearam|estuprou|estupraram|atacou|atacaram|assaltaram|sequestraram|sequestrou|espancou|ameacou com|espanca|agride|atirou)(?! (a curiosidade|saudade|um sono))
				(quer|vai|vao|querem|ameacou|tentou|ta querendo) (me|nos|a|te) ?(matar|bater|esfaquear|estuprar|machucar)|(me) (quer|vai) matar|fui (esfaquead|estuprad|assaltad|atacad|agredid|sequestrad|balead|espancad)[oa]|levei um tiro
				(tem|com|puxou|sacou|apontou|apontando)( (um|uma|a|o))? (faca|arma|pistola|revolver|fuzil|facao)(?=$| e| na| para| pra| apontad\\w+| aqui| no| contra)(?! de cozinha)|(homem|alguem|cara|ele|ela|homens|ladrao|esta|estao) armad[oa]s?|(ouvi|ouco|ouvindo|tem|escuto) (tiros)|tiroteio|estao atirando|violencia domestica|refem`,
			unsure: `(homem|alguem|cara|ele) ~5 (faca|arma|pistola|revolver|facao)|esfaque\\w+|estupr\\w+|tiros|balead[oa]|sequestr\\w+|refens?|espanc\\w+|tenho medo do meu (marido|pai|ex)`,
		},
		break_in: {
			sure: `(tentando|tenta|tentam|quer|querendo) (entrar|arrombar|abrir|invadir|forcar) ~3 (casa|porta|janela|apartamento)(?! para)
				(tem|ha|ouco|escuto|vi|esta) (alguem|um ladrao|ladroes|um estranho|um invasor|um homem|bandidos?|gente|um desconhecido) ~1 (dentro d[ea]|na|no|em|la embaixo|invadindo|entrando)( o)? ?({place})?
				(alguem|ladrao|ladroes|bandidos|um homem|estao|esta|homens) ~3 (invadindo|invadiu|invadiram|entrando|entrou|entraram|arrombando|arrombou|invadir) ~4 ({place}|porta|janela)(?! (para comprar))|(invadiram|arrombaram) (a )?(minha|nossa) casa|(casa|loja) (esta )?sendo (invadida|assaltada|arrombada)`,
		},
		fire: {
			sure: `({place} ~1 )?(ta )?(pegando|pegou) fogo(?! no parquinho)|{place} ~1 (em chamas|esta queimando|incendiando)|(tem|ha|comecou|esta) (um |o )?(incendio|fogo)(?! de artificio)(?=$| no| na| em| aqui| ajuda)|(muita|tem) fumaca( \\w+){0,2}( na)?(?<!sensor de fumaca)|houve uma explosao|(incendio|fogo) (no|na|em) (meu |minha )?{place}`,
			unsure: `(chamas|fumaca|incendio) ~3 (do|da|no|na|saindo|por)|pres[oa]s?(?=.*(fumaca|fogo))|^(fogo|socorro fogo)$`,
		},
		gas: {
			sure: `(cheiro|cheirando|cheira) ~1 (de |a )gas|vazamento de gas(?! (conserto|teste))|(gas )(esta )?vazando|vazando gas|(alarme|detector) ~2 monoxido ~3 (tocando|disparou|apitando)|intoxicad[oa] (com) (gas|monoxido)`,
			unsure: `monoxido de carbono`,
		},
		medical: {
			sure: `nao (esta |ta )?(respira(ndo)?|consegue respirar|consigo respirar|to conseguindo respirar)|nao consig\\w+ respirar|parou de respirar|falta de ar(?=$| e)|nao tem pulso|sem pulso
				(desmaiou|desmaiad[oa]|desacordad[oa])|nao (acorda|reage|se mexe|responde)(?<=({kin}|caiu|mamae|papai|desmaiou|ele|ela|chao).{0,60}nao (acorda|reage|se mexe|responde))(?! (a|as|ao|minhas|minha|o) )
				(infarto|enfarte|infartando|derrame|avc|parada cardiaca|overdose|convulsao|convulsoes|convulsionando|ataque (cardiaco|de asma|epileptico)|reacao alergica( grave)?|choque anafilatico)(?<=(tendo|teve|tive|tem|esta|ta|que e|com|sofrendo|sofreu|em) (um |uma |tendo |em )*(infarto|enfarte|infartando|derrame|avc|parada cardiaca|overdose|convulsao|convulsoes|convulsionando|ataque (cardiaco|de asma|epileptico)|reacao alergica( grave)?|choque anafilatico))
				dor(es)? ~3 no peito|peito (esta )?doendo|(esta|ta|estou|to) (engasgad[oa]|engasgando|sufocando|morrendo|se afogando|afogando|me afogando|ficando (rox[oa]|azul))(?! de (rir|fome|sono|sede|vontade|calor|frio|saudade))(?! em (trabalho|divida|papel))|engasgou|se afogou
				(sangra|sangramento) ~2 (muito|demais|bastante|pela cabeca)|muito sangue|nao para de sangrar|hemorragia
				(bebeu|engoliu|tomou|bebi|engoli) ~2 (cloro|veneno|agua sanitaria|detergente|pilha|bateria|soda)|atropelad[oa]|acidente ~8 (ferid\\w+|pres[oa]\\w*|grave|sangu\\w+|machucad\\w+)|gravemente ferid[oa]|eletrocutad[oa]|levou um choque|picad[oa] por (uma )?cobra|(a )?bolsa estourou|bebe (esta|ta) nascendo|caiu ~8 (nao (levanta)|bateu a cabeca)|garganta (esta )?fechando`,
			unsure: `(desmai\\w+|engasg\\w+|afogando|sufocando|desacordad\\w+)(?! (a gengiva))`,
		},
		unnamed: {
			sure: `(cham\\w+|mand\\w+|precis\\w+|envi\\w+|quero|lig\\w+)( \\w+)?( de| para)? (a |o |os |um |uma )?(policia|ambulancia|bombeiros?|samu|socorro|9 ?1 ?1|190|192|193)(?! (conta|fatura))(?=$| por favor| agora| rapido| urgente| aqui| logo| para| pra)
				(estou|estamos|esta) em perigo|caso de vida ou morte|socorro(?=$| me| por favor| ajuda)`,
			unsure: `^(uma )?ambulancia( por favor)?$`,
		},
	},
	idioms: `nao pode chamar socorro|ligue agora para o 911(?= \\| (ou ligue|se puder|vao dizer|diga onde|este numero))|me mata se|(morro|morrendo|morrer|morri|mort[oa]) de (rir|fome|sono|sede|vontade|calor|frio|saudade|medo|vergonha|cansaco|raiva)|fogos? de artificio|(preco|precos|isso|calor|espera) (me|esta me|ta me) mata(ndo|m)?|matar (o tempo|a fome|a saudade|aula|baratas|ratos)|(sensor|detector|alarme)(es)? de (fumaca|incendio)|seguro contra incendio|quase (tive )?(um )?infarto|se (for|isso for|e) uma emergencia[^|]*|extintor(es)?( de incendio)?`,
	past: `(ano|mes|verao) passado|semana passada|ha (\\w+ )?(anos|meses|semanas|dias)|(anos|meses|semanas|dias) atras|em (19|20)\\d\\d|quando eu era|(morreu|faleceu) (em|no|ano)|faleceu`,
	supposition: `(se|em caso de|quando|o que fazer|caso)( (ha|houver|alguem|um|uma|o|a|eu|tiver|sentir|meu|minha))*`,
	business: `seguro|curso|cursos|treinamento|simulado|filme|ingressos|advogad[oa]|relatorio|orcamento|consulta|agendar|conta|fatura|vendem|comprar|preco|quanto custa|instalar|detector|alarme|pacientes|vaga|copia`,
};
