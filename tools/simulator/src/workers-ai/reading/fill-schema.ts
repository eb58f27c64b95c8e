import type { Person } from "./briefing.ts";
import type { Language } from "./language.ts";
import type { Move, Understanding } from "./understand.ts";
import { readWantsNoTexts } from "./wants-no-texts.ts";

type Schema = Record<string, unknown>;

export interface Answer {
	understanding: Understanding;
	reply: string;
	language: Language;
	/** What is answered. */
	said: string;
}

/** What people call the choices of such a field, by what was understood. */
const choices: Readonly<Record<string, RegExp>> = {
	connect: /transfer|connect|route|forward|dial|put.?through|call/i,
	message: /voice.?mail|message|mailbox|record/i,
	confirm: /ask|clarif|question|confirm|repeat|unclear|unsure/i,
	inform: /info|answer|reply|respond|faq|tell|inform|talk/i,
	farewell: /bye|end|hang|close|finish|done/i,
	refuse: /refuse|decline|reject|deny/i,
	human: /hand|human|escalat|operator|person|wait|agent|staff/i,
};
const likenesses: Readonly<Record<Move["kind"], readonly string[]>> = {
	connect: ["connect", "inform"],
	message: ["message", "connect", "inform"],
	confirm: ["confirm", "inform"],
	which: ["confirm", "inform"],
	whom: ["confirm", "inform"],
	lost: ["confirm", "inform"],
	welcome: ["confirm", "inform"],
	inform: ["inform"],
	recall: ["inform"],
	unknown: ["inform", "confirm"],
	thanks: ["inform", "farewell"],
	complaint: ["human", "confirm", "inform"],
	refuse: ["refuse", "confirm", "inform"],
	farewell: ["farewell", "inform"],
};

/** An object of the schema that says what was understood; fields are recognised by their names, as a model would. */
export function fillSchema(schema: Schema, answer: Answer): unknown {
	return fill("", schema, answer);
}

function fill(name: string, schema: Schema, answer: Answer): unknown {
	const variant = [schema.anyOf, schema.oneOf].find(Array.isArray) as Schema[] | undefined;
	if (variant !== undefined) {
		const chosen = variant.find((one) => one.type !== "null") ?? {};
		const value = fill(name, chosen, answer);
		return value === "" && variant.some((one) => one.type === "null") ? null : value;
	}
	if ("const" in schema) return schema.const;
	if (Array.isArray(schema.enum)) return choose(name, schema.enum, answer);
	const types = Array.isArray(schema.type) ? schema.type : [schema.type];
	if (types.includes("object") || typeof schema.properties === "object") return fillObject(schema, answer);
	if (types.includes("boolean")) return claim(name, answer);
	if (types.includes("number") || types.includes("integer"))
		return measure(name, types.includes("integer"), answer);
	if (types.includes("array")) return [];
	const text = word(name, answer);
	return text === "" && types.includes("null") ? null : text;
}

function fillObject(schema: Schema, answer: Answer): Record<string, unknown> {
	const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
	return Object.fromEntries(properties.map(([name, property]) => [name, fill(name, property, answer)]));
}

function choose(name: string, values: readonly unknown[], answer: Answer): unknown {
	const texts = values.filter((value) => typeof value === "string");
	if (optOut.test(name)) {
		const wish = readWantsNoTexts(answer.said);
		return texts.find((text) => text.toLowerCase().startsWith(wish)) ?? values[0];
	}
	const person = personOf(answer.understanding.move);
	if (values.every((value) => value === null || /^\d*$/.test(String(value)))) {
		const found = values.find((value) => person?.extension !== null && String(value) === person?.extension);
		return found ?? values.find((value) => value === "" || value === null) ?? values[0];
	}
	if (/lang/i.test(name)) return texts.find((text) => text.startsWith(answer.language)) ?? texts[0];
	if (/depart|team/i.test(name) && person !== null)
		return texts.find((text) => text === person.department) ?? texts[0];
	for (const like of likenesses[answer.understanding.move.kind]) {
		const found = texts.find((text) => choices[like]?.test(text));
		if (found !== undefined) return found;
	}
	return values.includes(null) ? null : values[0];
}

/** Fields that ask whether somebody wants to be texted no more. */
const optOut = /no.?(?:more.?)?(?:texts|messages)|opt.?(?:s.?)?out|unsubscrib|revok/i;

function claim(name: string, { understanding: { move }, said }: Answer): boolean {
	if (optOut.test(name)) return readWantsNoTexts(said) === "yes";
	if (/emergenc|urgent/i.test(name)) return false;
	if (/unsure|unknown|unanswer|uncertain|confus/i.test(name))
		return move.kind === "unknown" || move.kind === "lost";
	if (/complain|angry|upset/i.test(name)) return move.kind === "complaint";
	if (/done|end|bye|close/i.test(name)) return move.kind === "farewell";
	if (/human|person|hand|escalat|agent|staff|flag/i.test(name))
		return move.kind === "complaint" || (move.kind === "whom" && move.wantsHuman);
	return /answer|know|sure|understood|success/i.test(name) && move.kind !== "unknown" && move.kind !== "lost";
}

function measure(name: string, isWhole: boolean, { understanding }: Answer): number {
	if (isWhole)
		return /confiden|certain|percent|score/i.test(name) ? Math.round(understanding.certainty * 100) : 0;
	return /confiden|certain|sure|prob|score/i.test(name) ? understanding.certainty : 0;
}

function word(name: string, { understanding: { move, name: who }, reply, language }: Answer): string {
	const person = personOf(move);
	if (/^lang|language|locale/i.test(name)) return language;
	if (/^ext|extension|target|recipient|transfer.?to|destination/i.test(name)) return person?.extension ?? "";
	if (/depart|team/i.test(name)) return person?.department ?? "";
	if (/(?:caller|customer|sender|user).?name/i.test(name)) return who ?? "";
	if (/^(?:name|person|employee|contact)$/i.test(name)) return person?.name ?? "";
	if (/reason|thought|explan|summary|intent|wish/i.test(name)) return move.kind;
	const isSilent = move.kind === "connect" || move.kind === "message" || move.kind === "farewell";
	return isSilent && /^say$|^speech$|^spoken$/i.test(name) ? "" : reply;
}

function personOf(move: Move): Person | null {
	return move.kind === "connect" || move.kind === "message" ? move.person : null;
}
