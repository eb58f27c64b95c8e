import { isE164 } from "./phone-number.ts";
import { spellDigits, spellNumber } from "./spell-number.ts";

export interface MenuOffers {
	companyName: string;
	greeting: string;
	isAssistantOn: boolean;
	hasExtensions: boolean;
}

const receptionistUnavailable = "The receptionist is not available.";
const enterExtension = "If you know your party's extension, please enter it now.";

/**
 * Fixed English sentences of calls, without the receptionist's (packages/assistant). Translations:
 * `spoken-phrases.ts`.
 */
export const phrases = {
	menu: (offers: MenuOffers) => join(menuWelcome(offers), menuChoices(offers)),
	menuWelcome,
	menuChoices,
	closed: "We are closed at the moment.",
	opensAgain: (when: string) => `We open again ${when}.`,
	callAgain: (when: string) => `You can also call again: we close ${when}.`,
	receptionistUnavailable,
	extensionOrMessage: (hasExtensions: boolean) =>
		join(receptionistUnavailable, hasExtensions && enterExtension, "To leave a message, stay on the line."),
	leaveCompanyMessage:
		"Please leave a message with your name and number after the tone, and we will call you back. When you are done, press pound or hang up.",
	receptionistGreeting: (companyName: string) =>
		`Hello, this is the assistant of ${companyName}. Who would you like to speak with, or how can I help?`,
	receptionistListens: "Who would you like to speak with, or how can I help?",
	receptionistDidNotHear: "Sorry, I did not hear you. Please tell me who you would like to speak with.",
	receptionistTrouble: "I am sorry, I cannot help with that right now.",
	stillUnavailable: (name: string) =>
		`${name} is not available. To leave a message, press 1 or stay on the line. To go back to the assistant, press 0.`,
	goodbye: "Thank you for calling. Goodbye.",
	extensionUnknown: (digits: string) => `Sorry, ${spellDigits(digits)} is not an extension here.`,
	connecting: (name: string) => `Connecting you to ${name}.`,
	/** `caller` is a name or an E.164 number, `wish` the caller's words to the receptionist. */
	takeLeg: (caller: string | null, name: string | null, wish: string | null) =>
		join(
			`${caller === null ? "A caller" : isE164(caller) ? spellNumber(caller) : caller} for ${name ?? "your company"}.`,
			wish !== null && `The caller said: ${wish}.`,
			"Press 1 to take the call.",
		),
	/** For the own telephone of a call out; `whom` is a name or an E.164 number. */
	placeCall: (whom: string) =>
		`Call to ${isE164(whom) ? spellNumber(whom) : whom}. Press 1 to place the call.`,
	callIsOver: "This call is over, or another telephone has taken it. Goodbye.",
	lineIsBusy: "The line is busy. Goodbye.",
	nobodyAnswered: "Nobody answered. Goodbye.",
	notConnected: "The call could not be connected. Please check the number. Goodbye.",
	leaveMessage: (name: string) =>
		`${name} is not available. Please leave a message after the tone. When you are done, press pound or hang up.`,
	messageTaken: "Thank you. Your message has been saved. Goodbye.",
	messageEmpty: "We did not hear a message. Goodbye.",
	offerGreeting: "Press star to record your greeting, or leave a message after the tone.",
	greetingPinMissing:
		"A greeting is recorded by telephone with a PIN. Set yours in the dashboard, at your extension. Goodbye.",
	enterGreetingPin: "Enter your PIN, then press pound.",
	greetingPinWrong: "That is not the PIN.",
	greetingPinLocked:
		"Your greeting stays as it is: there were too many wrong PINs. Try again in an hour. Goodbye.",
	recordGreeting: "Record your greeting after the tone. When you are done, press pound.",
	greetingNotHeard: "We did not hear a greeting.",
	oneMoment: "One moment, please.",
	greetingRecorded: "You recorded:",
	greetingNotPlayed: "The recording cannot be played at the moment.",
	keepGreeting:
		"To keep it, press 1. To record it again, press 2. To leave your greeting as it was, press star.",
	greetingKept: "Your new greeting is saved. Goodbye.",
	greetingUnchanged: "Your greeting stays as it was. Goodbye.",
	greetingNotFetched:
		"The recording could not be saved. Your greeting stays as it was. Please try again later. Goodbye.",
	noChoice: "We did not receive a choice.",
	troubleThenConnect: "We are having technical difficulties. Please hold while we connect you.",
	troubleThenMessage:
		"We are sorry, we are having technical difficulties. Please leave a message with your name and number after the tone, and we will call you back.",
	nobodyThenMessage:
		"Nobody is available right now. Please leave a message with your name and number after the tone.",
};

function menuWelcome({ companyName, greeting }: Pick<MenuOffers, "companyName" | "greeting">): string {
	return join(`Thank you for calling ${companyName}.`, greeting);
}

function menuChoices({ isAssistantOn, hasExtensions }: Omit<MenuOffers, "companyName" | "greeting">): string {
	return join(
		hasExtensions && enterExtension,
		isAssistantOn
			? "For our receptionist, press 0. Or just say who you would like to speak with."
			: "To leave a message, press 0.",
		"To hear this again, press 9.",
	);
}

function join(...sentences: (string | false)[]): string {
	return sentences.filter((sentence) => sentence !== false && sentence !== "").join(" ");
}
