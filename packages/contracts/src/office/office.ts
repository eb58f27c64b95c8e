import type { AnswerWay, ExtensionKind, RingingWay } from "../words/answer-ways.ts";
import type { DestinationHours } from "./hours.ts";

export interface OfficeExtension {
	id: string;
	ext: string;
	kind: ExtensionKind;
	name: string;
	department: string;
	purpose: string;
	forwardTo: string | null;
	alsoRing: string[];
	answerWith: AnswerWay;
	/** Ids of a group's persons, in their order. */
	members: string[];
	ringing: RingingWay;
	ringSeconds: number | null;
	hours: DestinationHours;
	greeting: string | null;
	greetingAudio: string | null;
}
