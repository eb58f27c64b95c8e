import { type DangerLanguage, person } from "../danger-words.ts";

const people = `mama|mami|madre|papa|papi|padre|hij[oa]|hijit[oa]|bebe|nin[oa]s?|hermanit[oa]|herman[oa]|espos[oa]|marido|mujer|novi[oa]|pareja|ex|abuel[oa]|abuelit[oa]|ti[oa]|prim[oa]|amig[oa]|vecin[oa]|companer[oa]|jefe|jefa|cliente|senor|senora|hombre|persona|suegr[oa]|sobrin[oa]|niet[oa]|padrastro|madrastra`;

export const spanish: DangerLanguage = {
	people,
	signs: `muert|muer|muri|morir|mat(ar|arme|arse|e|a|ando)|suicid|viv[a-z]*|vida|pastillas|frasco|venas|salt|puente|tiro|disparo|disparan|disparando|arma|armad|pistola|cuchillo|navaja|machete|rifle|escopeta|golpe|peg[a-z]*|atac|ahorc|amenaz|persig|sigu|sigue|viol|asalt|rob[a-z]*|apunal|acuchill|secuestr|rehen|estrangul|maltrat|balacera|tiroteo|balazos|ladr|intrus|extran|desconocid|alguien|entr|met(io|ieron|erse|iendo)|ratero|fuego|incend|quem|llama|ard[a-z]*|humo|explos|gas|monoxido|respir|despiert|reaccion|desmay|desplom|ahog|asfixi|atragant|inconsciente|infarto|derrame|convuls|alergi|sobredosis|duele|dolor|pecho|sangr|cloro|veneno|accidente|choque|atropell|electrocut|herid|fuente|parto|naciendo|cayo|garganta|vibora|serpiente|azul|morad|anos|sol[oa]|solit|miedo|mama|papa|mami|papi|encuentro|desaparec|perdi|perdio|ambulancia|policia|bomberos|paramedic|patrulla|911|9 1 1|nueve|auxilio|peligro|ayud|envenen|pulso|dano|hombre|tome|tomo|trag`,
	parts: {
		who: `(el|ella|ellos|alguien|((mi|su|un|una|la|el|nuestr[oa]|este|esta) (\\w+ ){0,2}?)?${person})`,
		kin: person,
		place: `(casa|apartamento|departamento|piso|edificio|cocina|tienda|oficina|garaje|sotano|cuarto|habitacion|patio|techo|carro|coche|auto|camion|escuela|hotel|bodega|cama|arbol|estufa|horno|sala)`,
	},
	dangers: {
		child_alone: {
			sure: `tengo (cuatro|cinco|seis|siete|ocho|nueve|diez|\\d) anos ~8 (mama|mami|papa|papi|sol[oa]|solit[oa]|miedo|abuela)
				(mama|mami|papa|papi) ~4 no (se )?(despierta|responde|contesta|habla|levanta|mueve)( \\w+){0,6}( miedo)?
				estoy (sol[oa]|solit[oa])( en (la |mi )?casa)? y tengo miedo
				no encuentro a mi ({kin}|nene|nena|pequen[oa])(?! en la lista)|mi ({kin})( de \\w+ anos)? (desaparecio|esta desaparecid[oa]|se perdio|esta perdid[oa])|(se perdio|perdi a|se me perdio) mi ({kin})
				(bebe|nin[oa]) ~4 (encerrad[oa]|atrapad[oa]|sol[oa]) en (el|un) (carro|coche|auto)`,
		},
		self_harm: {
			sure: `(?!(quiere|va a|intenta|trata de|amenaza con|dice que va a) (\\w+ )?(matarme|ahorcarme|dispararme|hacerme|lastimarme))(quiero|quiere|quisiera|se quiere|prefiero|voy a|va a|se va a|pienso|pienso en|pensando en|intento|intenta|trato de|trata de|deseo|ganas de|amenaza con) ~1 (morir|morirme|morirse|matarme|matarse|suicidarme|suicidarse|ahorcarme|ahorcarse|quitarme la vida|quitarse la vida|colgarme|dispararme|cortarme las venas|acabar con (mi|su) vida|acabar con todo|terminar con (mi|su) vida|hacerme dano|hacerse dano|lastimarme)(?! de (risa|hambre|sueno|ganas|frio|calor|la risa))
				me (quiero|voy a|quisiera) (matar|suicidar|ahorcar|colgar)(?! de (risa|hambre|sueno|ganas|frio|calor))|se (quiere|va a|quisiera|intento) (matar|suicidar|ahorcar)|(me|se) (intento|trato de) matar
				(ya )?no aguanto mas ~3 (vivir|morir|vida)|sin ganas de vivir|no tengo ganas de vivir|quitarme del medio|(ya )?no quier[oe] (vivir|seguir viviendo|estar viv[oa]|existir)|(no vale la pena|sin sentido) (vivir|seguir viviendo)|mejor (muert[oa]|si me muero)|(mi vida|vivir) (ya )?no (vale|tiene sentido)|cansad[oa] de (vivir|la vida)
				(soy|me siento|esta|estoy|tengo (pensamientos|ideas)) suicidas?|intento de suicidio|(pensando en|pienso en( el)?) suicid\\w+
				(me|se) (tome|tomo|trague|trago) ~3 (frasco|caja|bote|botella|puno|monton|muchas|todas|todos) ~4 (pastillas|pildoras|medicinas?|medicamentos|somniferos)
				(me|se) (corte|corto|voy a cortar) las venas|(voy a|va a|quiere|quiero) (tirarme|tirarse|aventarme|lanzarme|saltar) (del?|desde|al|por la) (\\w+ )?(puente|edificio|techo|ventana|balcon|tren|azotea|metro)|(voy a) (pegar|dar) un tiro`,
			unsure: `suicid(io|arme|arse|a|ar)(?! (prevencion|squad))`,
		},
		violence: {
			sure: `(esta|estan) (golpeando|pegando|pegandole|atacando|apunalando|amenazando|ahorcando|lastimando|matando|violando|maltratando) a (su|mi|una?|la|el|alguien|otr[oa])( \\w+)?|{who} (le )?(pega|golpea) a (su|mi|la|el)
				(me|la|lo|nos|le) (esta|estan|esta[bn]a) (pegando|golpeando|atacando|ahorcando|amenazando|siguiendo|persiguiendo|violando|asaltando|robando|apunalando|lastimando|apuntando|disparando|maltratando|acosando|estrangulando)(?! los precios)
				(me|nos|la) (pega|golpea|pego|golpeo|apunalo|apunalaron|dispararon|disparo|violo|violaron|ataco|atacaron|asaltaron|secuestraron|tienen? secuestrad[oa]|amenaza|amenazo con|tiene encerrad[oa]|quiere matar|va a matar|quieren matar|van a matar|acuchillo|acuchillaron|estrangulo|maltrata|apunta|apunto|robaron a mano armada)(?! (de risa|la risa|el (precio|hambre|sueno)|mi (telefono|correo)))
				{who} ~3 (me|la|nos) (ataca)|(quiere|va a|intenta|trata de) (matarme|matarnos|matarla|hacerme dano|violarme|pegarme|golpearme)
				(tiene|trae|lleva|saco|con|hay)( (un|una|la|el|su))? (hombre (con (un )?)?|tipo (con (un )?)?|persona (con (un )?)?)?(cuchillo|pistola|arma|navaja|machete|rifle|armado|escopeta)(?=$| y| en| a| me| por favor)(?! (a la venta|de cocina|en venta|en oferta))
				(hay|escucho|oigo|se oyen)( un| una| unos)? (tiroteo|balacera|tirador|disparos|balazos|tiros)|(hay )?(un )?hombre(s)? (armado)|estan disparando|esta disparando
				(alguien|un hombre) me (sigue|persigue)|(estan|esta) (asaltando|robando) (la|el|mi|un|una)? ?(tienda|banco|negocio|casa)|soy victima de (violencia|abuso)`,
			unsure: `(pistola|cuchillo|machete|arma|navaja)(?= .*(matar|mano|afuera|puerta|amenaz\\w+|cabeza|dice|hombre|tipo))|(hombre|tipo|alguien|el) ~6 (pistola|cuchillo|machete|navaja)|disparos|balazos|apunal\\w+|violaron|secuestr\\w+|rehen(es)?|golpea\\w* (a su|a mi|al|a la)|tengo miedo de mi (esposo|novio|marido|padre|ex)`,
		},
		break_in: {
			sure: `(intenta|intentan|intentando|trata de|tratando de|tratan de|quiere|quieren) (entrar|abrir|forzar|meterse|romper) ~3 (casa|puerta|ventana|apartamento|departamento|cuarto)(?! (para|a la))
				(hay|esta|escucho a|oigo a|veo a) (alguien|un extrano|un desconocido|un intruso|un ladron|ladrones|gente|un hombre|personas) ~1 ((dentro|adentro|escondid[oa]|metid[oa]) (de|en) |en |abajo|arriba)(mi|la|el|nuestra)? ?({place}|abajo|arriba)?
				(alguien|un hombre|ladrones|unos|estan|un ladron|esta|un tipo) ~3 (entrando|meterse|metiendo(se)?|entrar|forzando|metio|entro|metieron|rompiendo|irrumpi\\w+) ~4 ({place}|puerta|ventana)(?! (para (comprar|preguntar)|a comprar))
				(se|nos) (metio|metieron|estan metiendo|esta metiendo) ~3 ({place}|a robar|ladron(es)?)|(entraron|entran|estan entrando) a robar|hay (un )?(ladron|intruso|ratero)(es|s)?`,
			unsure: `(alguien|hombre|extrano|desconocido|ladron) ~4 (en|dentro de|por) (mi|nuestra) (casa|cuarto|patio|ventana|garaje|apartamento|cochera)`,
		},
		fire: {
			sure: `(se (esta|estan) (quemando|incendiando)|esta (ardiendo|en llamas|en fuego|quemandose|incendiandose)|se (quema|incendia|incendio|prendio))( \\w+){0,2}( {place})?(?<!las calorias)|{place} (esta )?(en llamas|ardiendo|en fuego)
				hay (un |una |mucho |mucha )?(incendio|fuego|llamas|explosion)(?! (artificial|artificiales))|(hay|sale|veo) (\\w+ )?humo ~2 (por|en|de|saliendo|negro|todas)|(incendio|fuego) en (mi|la|el) {place}|hubo una explosion`,
			unsure: `(llamas|humo|incendio) ~3 (del|de la|en el|en la|por)(?! (damage|seguro))|se (esta )?quemando|atrapad[oa]s?(?=.*(humo|fuego|incendio))|^(fuego|incendio|auxilio fuego)$`,
		},
		gas: {
			sure: `(huele|huelo|oler|siento|hay|sentimos) ~3 (a )gas|olor a gas|(hay|tengo|tenemos|es) (\\w+ )?(una )?(fuga|escape) de gas|(sale|se escapa|se esta saliendo) (el )?gas|intoxicad[oa] (con|por) (gas|monoxido)|(alarma|detector) de monoxido ~4 (sonando|suena|sono)`,
			unsure: `(fuga|escape) de gas|monoxido de carbono`,
		},
		medical: {
			sure: `no (puede |puedo |esta |podemos )?(respira(r|ndo)?|reacciona(r)?|despierta)(?=$| y| por| ayuda| bien| desde| mi)|no (tiene|le siento|encuentro el) (pulso|latido)|dejo de respirar|(mama|papa|{kin}) ~2 no (respira|responde|reacciona|despierta|se mueve|se despierta)(?! (a mis|al|el telefono|los|mis))
				se (desmayo|desplomo|desvanecio|esta (ahogando|desangrando|asfixiando|poniendo (azul|morad[oa])|desmayando|atragantando)|ahoga|asfixia|atraganto|cayo)( \\w+){0,8}(?<!cayo)(?<!(muriendo|muere) de (risa|hambre|sueno))|me (estoy|siento) (ahogando|desmayando|asfixiando|desangrando)(?! en (trabajo|deudas|papeles))
				me estoy muriendo(?! de)|se (me )?esta muriendo(?! de)|(esta|quedo|cayo|sigue) inconsciente
				(esta|estoy|tiene|tuvo|tengo|sufrio|sufriendo|teniendo|dio|dando|es|puede ser)( (un|una|el|muchas))* (infarto|derrame( cerebral)?|convulsiones|embolia|reaccion alergica|paro cardiaco|sobredosis|convulsionando)
				(duele|dolor (de|en el|fuerte en el|muy fuerte en el)) (mucho )?(el )?(pecho|corazon)|dolor(es)? ~3 (en el|de) pecho
				(esta|estoy) (sangrando|desangrando)(?! (el radiador|los frenos|las encias))|sangra mucho|mucha sangre|no (para|deja) de sangrar|(perdiendo|pierde) (mucha )?sangre
				(se|me|{kin}) (tomo|bebio|trago|tome|bebi|trague) ~2 (cloro|veneno|lejia|blanqueador|detergente|pilas?|insecticida|gasolina)|(demasiadas|muchas) (pastillas|drogas)|picadura de (vibora|serpiente)|lo (pico|mordio) una (vibora|serpiente)
				(hubo|tuvimos|hay|tuve) (un )?(accidente|choque) ~8 (herid\\w+|atrapad\\w+|sangr\\w+|muert\\w+|grave|ambulancia)|(atropellaron|atropello|electrocuto)|(esta|estoy) (gravemente |muy )?(herid[oa]|electrocutad[oa])|se me rompio la fuente|(ya )?(viene|esta naciendo) (el|mi) bebe|entro en labor|estoy de parto
				se (le|me) (esta )?(cerrando|cierra|hincha\\w*) la (garganta|lengua)|no siento (mi|el|la) (brazo|cara|piernas?)`,
			unsure: `(sangrando|inconsciente|convulsion\\w*|desangra\\w*|atragant\\w*|ahogando|asfixi\\w*|infarto|derrame cerebral|sobredosis|desmay[oa]\\w*|no reacciona|mucha sangre|envenen\\w+)(?! (el|los) (radiador|frenos))|^((ayuda|auxilio|por favor) )*(dolor de pecho|infarto|sobredosis|derrame)( (ayuda|auxilio|por favor))*$`,
		},
		unnamed: {
			sure: `(llam\\w*|marque\\w*|necesit\\w+|marca|quiero|comuni\\w+ con) ~1 (al |el )?(9 ?1 ?1|nueve uno uno|nueve once)(?! (calle|turbo))
				(llam\\w*|mand\\w+|envi\\w+|necesit\\w+|pid\\w+|quiero|traig\\w+|ven\\w+)( \\w+)?( a)? (una? |la |los )?(ambulancia|policia|patrulla|bomberos|paramedicos)(?! (factura|reporte|antecedentes))(?=$| por favor| ya| rapido| urgente| a| para| pronto)
				auxilio(?=$| ayuda| por favor)|(estoy|estamos|esta) en peligro|es (cuestion|asunto) de vida o muerte|ayudeme por favor (me|no puedo)`,
			unsure: `^(una )?ambulancia( por favor)?$`,
		},
	},
	idioms: `llame ahora al 911(?= \\| (o llame al 988|si puede|le diran|di donde|este numero))|me (va a )?(da|dar|dio) un infarto (con|cuando|al|por|de ver|si)|(me|te) mata si|muer[oe]n? (de (risa|hambre|sueno|ganas|frio|calor|envidia|amor|la risa)|por)|muriendo de (\\w+)|muert[oa] de (hambre|risa|sueno|cansancio|frio)|(me|nos) (esta )?mata(ndo)? (el|la|de|este|esta|con)|esto me esta matando|fuegos? artificial(es)?|casi me (da|muero|mata)( \\w+){0,5}|extintor(es)?( de incendios?)?|(alarmas?|seguro|detector(es)?) (de|contra) (incendios?|humo|robos?)|matar (el tiempo|cucarachas|ratas|dos pajaros)|si (es|esto es|tiene) una emergencia[^|]*`,
	past: `(el )?(ano|mes|semana|verano) pasad[oa]|hace (\\w+ )?(anos|meses|semanas|dias|tiempo)|en (19|20)\\d\\d|cuando (era|tenia)|fallecio|en paz descanse`,
	supposition: `(si|en caso de|cuando|que (hago|hacer|pasa)( si)?)( (hay|hubiera|un|una|el|la|alguien|alguno|se|me|huele|yo|mi))*`,
	business: `seguro|curso|clases?|entrenamiento|simulacro|pelicula|boletos|abogad[oa]|reporte|presupuesto|cotizacion|cita|factura|venden|vende|comprar|precio|cuanto cuesta|instalar|instalacion|detector|alarma|servicio de|pacientes|tratan|trabajo|vacante|copia`,
};
