import { capitalise } from "../../../../words/capitalise.ts";

const words: Record<string, string> = {
	ext: "Keys",
	forwardTo: "Telephone",
	answerWith: "Answering",
	purpose: "What for",
	hoursText: "Opening hours",
	factsText: "Facts",
	closedThen: "What callers get while closed",
	override: "Open or closed by hand",
	isAssistantOn: "Assistant",
	isCarrierCopyDeleted: "Deleting the carrier’s copy",
	numberGraceDays: "Days that numbers are kept",
	numberReleaseAt: "Number goes back on",
	senderRates: "Sending rates",
	callCountries: "Countries",
	personTextsPerHour: "Texts of a person in an hour",
	keyTextsPerHour: "Texts of an API key in an hour",
	companyTextsPerHour: "Texts of all people and keys in an hour",
	assistantTextsPerHour: "Texts of the assistant in an hour",
	callsOutAtOnce: "Calls out at the same time",
	callsOutPerHour: "Calls out in an hour",
	startAt: "Start",
	extensionId: "Extension",
	ratePerSecond: "Rate",
	release: "Number given back at once",
};

/** Unknown names are split into words: "ringSeconds" becomes "Ring seconds". */
export function nameField(field: string): string {
	const known = words[field];
	if (known) return known;
	return capitalise(
		field.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`),
	);
}
