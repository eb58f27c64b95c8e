import type { LanguageText } from "./language-rules.ts";

export const spanish: LanguageText = {
	words: {
		bare:
			"alto pare paren para parar paralo basta detener detenga detengan detenganse deténganse cancelar baja salir fin nomás " +
			"desuscribir desuscribirme desuscribirse suspender borrar eliminar stop cancelen terminar dejar",
		bareWith: "ya esto los mensajes textos",
		bareInQuestion: "stop",
		soft: "por favor porfavor porfa gracias hola ya señor señora oiga oye buenas buenos días tardes please ahora mismo inmediatamente ok",
		negations: "no nunca jamás tampoco sin",
		links: "que me quiero quiere deseo",
		hypotheses: "si",
	},
	classes: {
		texts:
			"mensaje mensajes mensajito mensajitos texto textos sms msj msjs notificaciones notificación publicidad promociones " +
			"promoción anuncios ofertas propaganda spam alertas avisos",
		this: "más de los las el la sus tus su tu estos estas esos esas este ese tantos tanto ningún ninguna ninguno ni un otro otra todos ya nada",
		send: "envíe envíen envíes envía manden mande mandes manda envíeme mándeme",
		write:
			"escriba escriban escribas escribe contacte contacten contactes llame llamen llames textee texteen textees texteés " +
			"texté moleste molesten molestes hable hablen mensajee mensajeen",
		sending: "enviar mandar enviarme mandarme enviarnos mandarnos enviando mandando",
		writing:
			"escribirme escribir textearme textear molestarme molestar llamarme contactarme contactar mensajearme acosarme fastidiar joder chingar",
		stop: "dejar deje deja dejen dejá pare paren para basta",
		cancel:
			"cancelar cancele cancelen cancela detener detenga detengan suspender suspenda suspendan parar pare paren quitar",
		removeme:
			"quítame quíteme quítenme sácame sáqueme sáquenme elimíname elimíneme elimínenme bórrame bórreme bórrenme " +
			"remuévame remuévanme remueveme retírame retíreme retírenme quítanos bórranos elimínenos quitarme sacarme eliminarme borrarme removerme",
		remove:
			"borrar eliminar quitar sacar borre borra borren elimine elimina eliminen quite quita quiten saque saca saquen remueva remuevan retire retiren",
		list: "lista listas listado base sistema registros mensajes textos",
		wrong: "equivocado incorrecto erróneo errado",
		end: "ni y o más nunca nada porfavor a por de en este esto",
	},
	rules: {
		statement: `
			^ alto|basta|paren|pare $
			número {wrong}
			se equivocó|equivocaron|equivoca|equivocan de número|persona
			equivocado|equivocada de número
			^ {wrong} $`,
		always: `
			no más {this}* {texts}
			^ no más $
			basta {this}* {texts}
			^ sin {this}* {texts} $
			déjame|déjeme|déjenme|déjanos|déjennos en paz|tranquilo|tranquila
			no me|nos {send} {this}* {texts}
			no me|nos {send} {this}* $
			no me|nos {send} más|nada|nunca|esto|eso $
			no me|nos {write} $|{end}
			no molestar|molestes|moleste|molesten $
			no contactar|escribir|textear|llamar|escriban|contacten|manden|envíen más|nada? $
			no contactar|escribir|textear|llamar|escriban|contacten|manden|envíen más|{texts}
			no quiero|queremos|deseo|deseamos|necesito|me|interesa|interesan recibir|que|me|nos|lleguen|tener|ver|sus|{this}* {texts}
			no quiero|deseo que me {send}|{write}
			no quiero|deseo recibir más|nada
			no quiero|deseo ser contactado|contactada|molestado|molestada
			{removeme} $
			{removeme} de aquí|esto
			me|nos {remove} de {this}* {list}
			no enviar|mandar|enviarme|mandarme {this}* {texts}
			no {send} {this}* {texts}
			{removeme} de {this}* {list}
			{remove} mi|este número|teléfono|contacto|celular
			{remove} mi|este número|teléfono de {this}* {list}
			no autorizo|consiento|acepto {this}* {texts}
			revoco mi|el consentimiento|permiso|autorización
			cansado|cansada|harto|harta de {this}* {texts}
			ya no quiero|deseo|queremos|deseamos|me recibir|que|interesa|interesan|manden|escriban|envíen* {this}* {texts}|información|nada|$
			ya no me|nos {send}|{write} nada|más|$|{this}
			{remove}|eliminen|elimine mi|este|nuestro número|teléfono|nombre|celular|contacto|datos
			{remove}|retirar mi|este número|teléfono|nombre de {this}* {list}|datos|contactos
			{removeme} de {this}* {list}|contactos|datos
			retiro|revoco|cancelo mi|el|todo consentimiento|permiso|autorización
			no me interesa|estoy interesado|interesada no? me? {write}|{send} $
			déjenme|déjeme|déjame|dejen de molestar
			no me|nos {write} más? $
			párenle|parenle|bájenle|párele ya? con|a {this}* {texts}
			{stop} de {sending} cosas|{texts}|lo|esto que
			cómo cancelo|paro|detengo|quito|hago {this}* {texts}
			para|de ya? no recibir {this}* {texts}`,
		stopping: `
			{stop} de {writing}
			{stop} de recibir {this}* {texts}
			{stop} de {sending} {this}* {texts}
			{stop} de {sending} {this}* $
			{stop} de {sending} cosas|eso|esto|tonterías|basura
			{cancel} {this}* {texts}
			{cancel} suscripción de|a {this}* {texts}
			dar|darme|dame|deme|denme|darnos|damos|darse de baja $|{texts}|mi|este|a número|teléfono|del|de
			dar|darme|dame|deme|denme|darnos|dame|darse de baja $
			dar|darme|dame|deme|denme|darnos de baja de {this}* {list}
			desuscribirme|desuscríbeme|desuscríbame|desuscríbanme|desinscribirme|desinscríbame|desinscribir|desapuntarme`,
	},
};
