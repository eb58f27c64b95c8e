import { type SettingKey, Settings } from "@cloudpbx/contracts/office/settings";
import { selectRow } from "@cloudpbx/db/json-rows";
import { settings } from "@cloudpbx/db/schema/admin";
import { messages, sendingHours } from "@cloudpbx/db/schema/messaging";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { hourOf } from "../texts/sending-hour.ts";
import { mayBeDecidedAgain } from "./may-be-decided-again.ts";

/** Only texts of people, keys and the assistant are counted. */
export interface CountedText {
	id: string;
	author: string;
	actorId: string | null;
}

export interface Ceiling {
	of: "person" | "key" | "company" | "assistant";
	/** Maximum texts per clock hour. */
	texts: number;
}

const people = "people";
const assistant = "assistant";
const defaults = Settings.parse({});

/** A setting's value as an expression, which saves a round trip. */
export function settingOf(key: SettingKey): SQL {
	return sql`coalesce((SELECT ${settings.value} ->> '$' FROM ${settings} WHERE ${settings.key} = ${key}), ${JSON.stringify(defaults[key])} ->> '$')`;
}

/**
 * Statements that count each new text of a person or key before it is decided, so that parallel requests cannot
 * share one place. A text over its sender's own ceiling is not counted for the company.
 */
export function takePlaces({ db, now }: Context, texts: readonly CountedText[]) {
	const at = now();
	return texts.flatMap(({ id, author, actorId }) => {
		if (author !== "person" || actorId === null) return [];
		const isNew = sql`NOT EXISTS (SELECT 1 FROM ${messages} WHERE ${messages.id} = ${id} AND NOT ${mayBeDecidedAgain})`;
		const isBelow = sql`${countOf(sql`${actorId}`, at)} <= ${limitOf(sql`${actorId}`)}`;
		return [count(db, actorId, at, isNew), count(db, people, at, sql`${isNew} AND ${isBelow}`)];
	});
}

export function countAssistant({ db }: Context, at: Date, condition: SQL) {
	return count(db, assistant, at, condition);
}

/** Part of the transaction that stores and counts the assistant's text. */
export function isBelowAssistantCeiling(now: Date): SQL {
	return sql`${countOf(sql`${assistant}`, now)} < ${settingOf("assistantTextsPerHour")}`;
}

/** The exceeded ceiling of a row of `json_each`, as JSON; null: none. */
export function findCeiling(author: SQL, actorId: SQL, now: Date): SQL<string | null> {
	const ceiling = (of: SQL, texts: SQL) => sql`json_object('of', ${of}, 'texts', ${texts})`;
	const company = settingOf("companyTextsPerHour");
	return sql<string | null>`CASE ${author}
		WHEN 'person' THEN CASE
			WHEN ${countOf(actorId, now)} > ${limitOf(actorId)}
				THEN ${ceiling(sql`CASE WHEN ${isKey(actorId)} THEN 'key' ELSE 'person' END`, limitOf(actorId))}
			WHEN ${countOf(sql`${people}`, now)} > ${company} THEN ${ceiling(sql`'company'`, company)} END
		WHEN 'assistant' THEN CASE
			WHEN NOT (${isBelowAssistantCeiling(now)})
				THEN ${ceiling(sql`'assistant'`, settingOf("assistantTextsPerHour"))} END
		END`;
}

function isKey(actorId: SQL): SQL {
	return sql`${actorId} LIKE 'key!_%' ESCAPE '!'`;
}

function limitOf(actorId: SQL): SQL {
	return sql`CASE WHEN ${isKey(actorId)} THEN ${settingOf("keyTextsPerHour")} ELSE ${settingOf("personTextsPerHour")} END`;
}

function countOf(subject: SQL, now: Date): SQL {
	return sql`coalesce((SELECT counted.count FROM sending_hours counted
		WHERE counted.subject = ${subject} AND counted.hour_started_at = ${hourOf(now).getTime()}), 0)`;
}

function count(db: Context["db"], subject: string, at: Date, condition: SQL) {
	const hourStartedAt = hourOf(at);
	const hour = hourStartedAt.getTime();
	return db
		.insert(sendingHours)
		.select(selectRow(sendingHours, { subject, hourStartedAt, count: 1 }, sql`WHERE ${condition}`))
		.onConflictDoUpdate({
			target: sendingHours.subject,
			set: {
				count: sql`CASE WHEN ${sendingHours.hourStartedAt} = ${hour} THEN ${sendingHours.count} + 1 ELSE 1 END`,
				hourStartedAt: sql`${hour}`,
			},
		});
}
