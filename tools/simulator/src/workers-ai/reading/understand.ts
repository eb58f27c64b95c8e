import type { Briefing, Fact, Person } from "./briefing.ts";
import type { Conversation } from "./conversation.ts";
import { findFact } from "./find-fact.ts";
import { findTargets, type Target } from "./find-targets.ts";
import { tokensOf } from "./fold-text.ts";
import { type Intents, readIntents } from "./intents.ts";
import { recallName, recallStatement } from "./remembered.ts";

export type Move =
	| { kind: "connect" | "message" | "confirm"; person: Person }
	| { kind: "which"; people: Person[] }
	| { kind: "whom"; isForMessage: boolean; wantsHuman: boolean }
	| { kind: "inform"; fact: Fact }
	| { kind: "recall"; what: "name" | string; value: string | null }
	| { kind: "unknown" | "refuse" | "farewell" | "welcome" | "thanks" | "lost" | "complaint" };

export interface Understanding {
	move: Move;
	certainty: number;
	name: string | null;
}

/** Below this certainty the name is confirmed. */
const sure = 0.65;

export function understand(conversation: Conversation, briefing: Briefing): Understanding {
	const said = [
		...conversation.earlier.filter(({ speaker }) => speaker === "person").map(({ text }) => text),
		conversation.now,
	];
	const intents = readIntents(conversation.now);
	const [move, certainty] = decideMove(conversation, briefing, intents, said);
	return { move, certainty, name: recallName(said) };
}

type Decision = [Move, number];

function decideMove(
	conversation: Conversation,
	briefing: Briefing,
	intents: Intents,
	said: readonly string[],
): Decision {
	const { now } = conversation;
	if (intents.manipulation) return [{ kind: "refuse" }, 0.9];
	const recalled = recall(now, intents, said);
	if (recalled !== null) return [recalled, 0.95];
	const context = readContext(conversation, briefing);
	const targets = findTargets(now, briefing.people);
	if (intents.message) return leaveMessage(targets, context);
	if (intents.farewell && targets.length === 0) return [{ kind: "farewell" }, 0.95];
	const answered = answerOffer(intents, targets, context);
	if (answered !== null) return answered;
	const isForDepartment = targets.length > 0 && (intents.matter || intents.department);
	const isAsking = intents.question || (targets.length === 0 && !intents.department);
	const fact = isAsking && !isForDepartment ? findFact(now, briefing.facts) : null;
	const [target] = targets;
	const isWish = target !== undefined && target.by !== "topic" && intents.connect;
	if (target !== undefined && (fact === null || isWish)) {
		const decision = approach(target, intents);
		if (decision !== null) return decision;
	}
	if (fact !== null) return [{ kind: "inform", fact }, 0.9];
	if (intents.complaint) return [{ kind: "complaint" }, 0.8];
	if (intents.anybody || intents.human) return findHuman(briefing, intents, context);
	if (intents.question) return [{ kind: "unknown" }, 0.8];
	if (intents.thanks) return [{ kind: context.isPhone ? "farewell" : "thanks" }, 0.85];
	if (intents.no) return context.wasOfferedMore ? [{ kind: "farewell" }, 0.8] : [whom(false), 0.8];
	if (intents.greeting || recallName([now]) !== null) return [{ kind: "welcome" }, 0.8];
	if (intents.connect && tokensOf(now).length > 2) return [whom(false), 0.6];
	return [{ kind: "lost" }, 0.2];
}

interface Context {
	offered: Person[];
	wasOfferedMore: boolean;
	wasAskedForMessage: boolean;
	askedForHumanBefore: boolean;
	isPhone: boolean;
}

function readContext({ earlier, prompt }: Conversation, briefing: Briefing): Context {
	const last = earlier.at(-1)?.text ?? "";
	const before = earlier.filter(({ speaker }) => speaker === "person").at(-1)?.text ?? "";
	const offered = findTargets(last, briefing.people).filter(({ by }) => by === "name" || by === "extension");
	const fallback = findTargets(last, briefing.people).filter(({ by }) => by === "department");
	const people = (offered.length > 0 ? offered : fallback)
		.toSorted((a, b) => a.at - b.at)
		.flatMap((target) => target.people);
	return {
		offered: [...new Set(people)],
		wasOfferedMore:
			/anything else|algo mas|algo más|autre chose|encore vous aider|sonst noch|else i can/i.test(last),
		wasAskedForMessage: /message|mensaje|nachricht|voicemail/i.test(last) && /\?/.test(last),
		askedForHumanBefore: earlier.length > 0 && readIntents(before).human,
		isPhone: /\b(?:telephone|phone call|caller|speech recognition|voice)\b/i.test(prompt),
	};
}

function recall(now: string, intents: Intents, said: readonly string[]): Move | null {
	if (intents.asksOwnName) return { kind: "recall", what: "name", value: recallName(said) };
	const stated = recallStatement(now, said.slice(0, -1));
	return stated === null ? null : { kind: "recall", what: stated.of, value: stated.value };
}

function leaveMessage(targets: readonly Target[], { offered }: Context): Decision {
	const [target] = targets;
	const people = target?.people ?? offered;
	const [person] = people;
	if (person === undefined) return [whom(true), 0.85];
	if (people.length > 1 && target?.by !== "department" && target?.by !== "topic")
		return [{ kind: "which", people: [...people] }, 0.8];
	return [{ kind: "message", person }, target?.certainty ?? 0.85];
}

function answerOffer(intents: Intents, targets: readonly Target[], context: Context): Decision | null {
	const { offered, wasAskedForMessage } = context;
	const kind = wasAskedForMessage ? "message" : "connect";
	const [target] = targets;
	if (
		target !== undefined &&
		wasAskedForMessage &&
		target.people[0] !== undefined &&
		target.people.length === 1
	)
		return [{ kind: "message", person: target.people[0] }, target.certainty];
	if (target !== undefined) {
		const chosen = target.people.filter((person) => offered.includes(person));
		return chosen[0] !== undefined && chosen.length === 1 && offered.length > 1
			? [{ kind, person: chosen[0] }, 0.9]
			: null;
	}
	const [only] = offered;
	const nth = intents.ordinal === null ? undefined : offered[intents.ordinal];
	if (nth !== undefined) return [{ kind, person: nth }, 0.9];
	if (only === undefined || intents.question) return null;
	if ((intents.yes || intents.again) && offered.length === 1) return [{ kind, person: only }, 0.9];
	return intents.yes ? [{ kind: "which", people: offered }, 0.8] : null;
}

function approach(target: Target, intents: Intents): Decision | null {
	const [person] = target.people;
	if (person === undefined) return null;
	if (target.by === "topic" && intents.question && !intents.connect && !intents.matter) return null;
	if (target.by === "name" && target.people.length > 1)
		return [{ kind: "which", people: target.people }, 0.85];
	if (target.certainty < sure) return [{ kind: "confirm", person }, 0.5];
	return [{ kind: "connect", person }, target.certainty];
}

function findHuman(briefing: Briefing, intents: Intents, context: Context): Decision {
	const operator = briefing.people.find(({ name, department }) =>
		/reception|operator|front desk|switchboard|main office|recepci|empfang|accueil|zentrale/i.test(
			`${name} ${department ?? ""}`,
		),
	);
	const [first] = briefing.people;
	if (operator !== undefined) return [{ kind: "connect", person: operator }, 0.85];
	if (first !== undefined && (intents.anybody || context.askedForHumanBefore))
		return [{ kind: "connect", person: first }, 0.75];
	return [{ kind: "whom", isForMessage: false, wantsHuman: true }, 0.8];
}

function whom(isForMessage: boolean): Move {
	return { kind: "whom", isForMessage, wantsHuman: false };
}
