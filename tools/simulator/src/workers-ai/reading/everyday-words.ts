/** Too common to be a misheard name. */
const everyday = new Set(
	`a about actually after again ago all already also always am an and another any anyone anything appointment are around as
	ask at available away back be because been before bill billing bit bye call called calling came can cancel cannot card
	case change charge check close closed come company connect connected could customer day days department desk did do does
	done dont each early else email emergency evening ever every extension few find fine first fix for forget forward free
	friday from get give go going gone good goodbye got great had happen has have he hear hello help her here hey hi him his
	hold home hope hour hours how i idea if im in info information is issue it its job just keep kind know last late later
	leave left let like line list little long look looking lost lot love machine made mail make man many may maybe me mean
	message mine minute moment monday money month more morning most move much must my name need never new next nice night no
	noon nobody none not note nothing now number of off offer office ok okay old on once one only open opening operator or
	order other our out over own paid park part pass pay people person phone place please price problem put question quick
	quote rather reach ready real really reason receive refund repair right same saturday say see sell send service she shop
	should since sir so soon some somebody someone something sorry speak start stay still stop store such sunday support sure
	system take talk team tell than thank thanks that the their them then there these they thing things think this those time
	times to today tomorrow tonight too transfer try trying tuesday two until up us use very voice voicemail wait want was way
	we wednesday week well went were what whatever when where which while who why will with woman wont work working world
	would wrong whats wheres whens whos hows ive id youre were theyre doesnt isnt arent cant wont didnt couldnt thats theres lets im hes shes shall might anything else someones yeah year yes yesterday yet you your
	estan estas son hay hace hacen tienen tiene abren cierran ustedes nosotros desde hasta entre todos todas muchas muchos
	al alguien algo aqui ayuda bien buenas buenos como con cuando cuanto de dejar del dia donde el ella en es esta este favor
	gracias hablar hola hora horario hoy la las le lo los llamar mas me mensaje mi mucho muy necesito no nombre o para pero
	persona por porque pregunta problema pueda puede puedo que quien quiero quisiera se senor senora si sin sobre soy su tarde
	tengo tiene un una usted ventas y ya yo
	au aux avec bonjour ce cest comment dans de des du elle en est et etes il je la le les lui ma mais mes mon monsieur ne non
	nous on ou oui par parler pas peux plait pour quand que quel qui sa ses sil suis sur tout un une veux vos votre voudrais
	vous aber auf aus bei bin bis bitte da danke das dass dem den der die du ein eine einen einer er es etwas fur geht gut guten
	habe haben hallo hat hier ich ihr im in ist ja jemand kann kein konnen man mein meine mich mir mit mochte morgen nach
	nicht noch nur oder sehr sein sie sind tag uber uhr um und uns vom von vor wann war warum was wegen wenn wer wie will wir
	wo zu zum zur`.split(/\s+/),
);

export function isEveryday(token: string): boolean {
	return everyday.has(token);
}
