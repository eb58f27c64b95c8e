import type { Person } from "./briefing.ts";
import type { Language } from "./language.ts";
import type { Move, Understanding } from "./understand.ts";
import { readWantsNoTexts } from "./wants-no-texts.ts";

type Schema = Record<string, unknown>;

export interface Answer {
	understanding: Understanding;
	reply: string;
	language: Language;
	said: string;
}

const choices: Readonly<Record<string, RegExp>> = {
	connect: /transfer|connect/i,
	message: /voice.?mail|message/i,
	confirm: /ask|clarif/i,
	inform: /info|answer/i,
	farewell: /bye|end/i,
	human: /escalat|human/i,
};
const likenesses: Readonly<Record<Move["kind"], readonly string[]>> = {
	connect: ["connect", "inform"],
	message: ["message", "connect", "inform"],
	confirm: ["confirm"],
	which: ["confirm"],
	whom: ["confirm"],
	lost: ["confirm"],
	welcome: ["confirm"],
	inform: ["inform"],
	recall: ["inform"],
	unknown: ["inform"],
	thanks: ["inform"],
	complaint: ["human", "confirm", "inform"],
	refuse: ["confirm"],
	farewell: ["farewell"],
};

/** Fields are recognised by their names. */
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
	if (types.includes("number")) return /confiden/i.test(name) ? answer.understanding.certainty : 0;
	if (types.includes("array")) return [];
	const text = word(name, answer);
	return text === "" && types.includes("null") ? null : text;
}

function fillObject(schema: Schema, answer: Answer): Record<string, unknown> {
	const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
	return Object.fromEntries(properties.map(([name, property]) => [name, fill(name, property, answer)]));
}

function choose(name: string, values: readonly unknown[], { understanding, said }: Answer): unknown {
	const texts = values.filter((value) => typeof value === "string");
	if (optOut.test(name)) {
		const wish = readWantsNoTexts(said);
		return texts.find((text) => text.toLowerCase().startsWith(wish)) ?? values[0];
	}
	if (values.every((value) => value === null || /^\d*$/.test(String(value)))) {
		const extension = personOf(understanding.move)?.extension ?? null;
		const found = values.find((value) => extension !== null && String(value) === extension);
		return found ?? values.find((value) => value === "" || value === null) ?? values[0];
	}
	for (const like of likenesses[understanding.move.kind]) {
		const found = texts.find((text) => choices[like]?.test(text));
		if (found !== undefined) return found;
	}
	return values.includes(null) ? null : values[0];
}

const optOut = /no.?texts|opt.?out|unsubscrib/i;

function claim(name: string, { understanding: { move }, said }: Answer): boolean {
	if (optOut.test(name)) return readWantsNoTexts(said) === "yes";
	if (/unsure/i.test(name)) return move.kind === "unknown" || move.kind === "lost";
	if (/person|human|hand/i.test(name))
		return move.kind === "complaint" || (move.kind === "whom" && move.wantsHuman);
	return false;
}

function word(name: string, { understanding: { move }, reply, language }: Answer): string {
	const person = personOf(move);
	if (/^language/i.test(name)) return language;
	if (/^extension/i.test(name)) return person?.extension ?? "";
	if (/^department/i.test(name)) return person?.department ?? "";
	const isSilent = move.kind === "connect" || move.kind === "message" || move.kind === "farewell";
	return isSilent && name === "say" ? "" : reply;
}

function personOf(move: Move): Person | null {
	return move.kind === "connect" || move.kind === "message" ? move.person : null;
}
