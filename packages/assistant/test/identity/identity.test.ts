import { describe, expect, it } from "vitest";
import { claimsHumanity } from "../../src/identity/claims-humanity.ts";
import { findIdentityQuestion } from "../../src/identity/find-identity-question.ts";

const linesOf = (text: string) =>
	text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

const asked = linesOf(`
are you a human
Are you human?
are you a real person
are you a robot
are you a bot
are you real
r u a bot
u a bot?
are you an AI
is this AI
is this a bot
is this a real person
is this a machine
is this chatgpt
is this an automated system
am I talking to a robot
am I talking to a real person or a machine
am i speaking with a human
am I texting with a real human being
are you a computer or a person
you're a robot aren't you
you sound like a robot
wait are you artificial intelligence
hello is there a human there
is this a recording
are you like siri or something
are you actually a person
so are you a person or what
is anybody real there
human or bot?
did a bot write this
is it a real person answering
are these messages automated
what are you
¿eres un robot?
¿eres una persona real?
¿estoy hablando con una máquina?
¿es usted humano?
¿hablo con una persona o con una máquina?
¿esto es un bot?
¿eres humano o robot?
êtes-vous un robot ?
êtes-vous humain
est-ce que vous êtes une vraie personne
je parle à un robot ?
c'est une machine ?
es-tu une IA
suis-je en train de parler à un robot
sind Sie ein Mensch?
sind Sie ein Roboter
bist du ein Bot
spreche ich mit einem Menschen
spreche ich mit einem Computer oder einem Menschen
ist das eine KI
sei un robot?
sto parlando con una persona vera?
sei umano
parlo con una macchina
è un robot?
você é um robô?
você é uma pessoa de verdade
estou falando com uma máquina
isso é um bot
é uma pessoa real?`);

const notAsked = linesOf(`
are you open on Friday
are you a plumber
is this the billing department
is this Acme
is this a machine shop
do you repair robots vacuum
are you the owner
are you a real estate agent
is it a real leather sofa
is this real leather
am I speaking with billing
can I talk to a real person
I want a human
get me a person
let me talk to somebody
I'm a real person and I need help
is there a human I can talk to
is there a person who can help me
are you hiring
are you sure
are you there
do you sell computers
my computer is broken
the machine stopped working
quiero hablar con una persona
je voudrais parler à une personne
ich möchte mit einem Menschen sprechen
vorrei parlare con una persona
quero falar com uma pessoa
¿es usted dentista?
êtes-vous ouvert samedi
sind Sie am Samstag da
è aperto domani
você é da Acme`);

describe("the question whether a human speaks", () => {
	it.each(asked)("is heard in %s", (words) => {
		expect(findIdentityQuestion(words)).not.toBeNull();
	});

	it.each(notAsked)("is not heard in %s", (words) => {
		expect(findIdentityQuestion(words)).toBeNull();
	});

	it("leaves what was said besides", () => {
		expect(findIdentityQuestion("Are you a robot? Let me talk to somebody")?.rest).toContain(
			"let me talk to somebody",
		);
		expect(findIdentityQuestion("Is this a real person or a bot?")?.rest.trim()).toBe("");
	});
});

describe("a model that passes itself off as a human", () => {
	it.each(
		linesOf(`
Yes, I am human.
Yes, I'm a real person.
I'm Anna, a real person.
My name is Anna and I'm a real person.
No, I'm not a robot.
I am not a bot, I promise.
Of course I'm human!
You are talking to a real person.
This is a real human.
I'm definitely not an AI.
There is a person here typing.
Sí, soy una persona real.
No soy un robot.
Soy Ana, una persona.
Je suis une vraie personne.
Je ne suis pas un robot.
Ich bin ein echter Mensch.
Ich bin kein Roboter.
Sono una persona vera.
Non sono un robot.
Sou uma pessoa de verdade.
Não sou um robô.`),
	)("is found out: %s", (say) => {
		expect(claimsHumanity(say)).toBe(true);
	});

	it.each(
		linesOf(`
I am an automated assistant, not a person.
I'm not a human, I'm the automated assistant of Acme.
I am not a person. I can connect you with a person if you like.
I can connect you with a real person.
I am the company's automated assistant.
I'm a virtual assistant.
Would you like to talk to a person?
Our team is happy to help you.
This is a real estate office.
We repair robots.
Soy un asistente automático, no una persona.
No soy una persona.
Je ne suis pas une personne, je suis un assistant automatique.
Ich bin kein Mensch, sondern ein automatischer Assistent.
Non sono una persona, sono un assistente automatico.
Não sou uma pessoa, sou um assistente automático.`),
	)("is not suspected: %s", (say) => {
		expect(claimsHumanity(say)).toBe(false);
	});
});
