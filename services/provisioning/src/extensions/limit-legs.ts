import type { RingingWay } from "@cloudpbx/contracts/words/answer-ways";
import { groupsOfPersonMax, legsMax } from "@cloudpbx/contracts/words/extension-limits";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

// Each is a condition of the statement that writes: two simultaneous changes cannot both be the last that fits.

const phonesOfPerson = sql.raw("(person.forward_to IS NOT NULL) + json_array_length(person.also_ring)");

function countPhones(ids: SQL, except = ""): SQL<number> {
	return sql`(SELECT coalesce(sum(${phonesOfPerson}), 0) FROM ${extensions} AS person
		WHERE person.id IN (SELECT value FROM json_each(${ids})) AND person.id <> ${except})`;
}

const isMember = (id: SQL, group: SQL) =>
	sql`EXISTS (SELECT 1 FROM json_each(${group}.members) AS listed WHERE listed.value = ${id})`;

/** Groups other than `exceptId`, under the name `other`. */
function otherGroups(exceptId: string): SQL {
	return sql`${extensions} AS other WHERE other.kind = 'group' AND other.status <> 'inactive' AND other.id <> ${exceptId}`;
}

/** `members` is a JSON list of ids, `ringing` a word; either may be a column. `id` is empty for a new group. */
export function canBeGroup(id: string, members: SQL, ringing: SQL): SQL {
	const person = sql.raw("person");
	return sql`(SELECT count(*) FROM ${extensions} AS person
			WHERE person.id IN (SELECT value FROM json_each(${members}))
				AND person.kind = 'person' AND person.status <> 'inactive'
				AND (SELECT count(*) FROM ${otherGroups(id)} AND ${isMember(sql`${person}.id`, sql.raw("other"))}) < ${groupsOfPersonMax}
		) = json_array_length(${members})
		AND (${ringing} <> 'together' OR ${countPhones(members)} <= ${legsMax})`;
}

export function canHavePhones(personId: string, phones: SQL): SQL {
	const other = sql.raw("other");
	return sql`NOT EXISTS (SELECT 1 FROM ${otherGroups("")} AND other.ringing = 'together'
		AND ${isMember(sql`${personId}`, other)} AND ${phones} + ${countPhones(sql`other.members`, personId)} > ${legsMax})`;
}

/** Null: the reason is gone by now. */
export async function explainGroup(
	{ db }: Context,
	group: { id: string; ext: string; name: string; members: readonly string[]; ringing: RingingWay },
): Promise<string | null> {
	const ids = sql`${JSON.stringify(group.members)}`;
	const [row] = await db.all<{ phones: number; crowded: string | null; persons: number }>(sql`SELECT
		${countPhones(ids)} AS phones,
		(SELECT count(*) FROM ${extensions} AS person WHERE person.id IN (SELECT value FROM json_each(${ids}))
			AND person.kind = 'person' AND person.status <> 'inactive') AS persons,
		(SELECT person.ext FROM ${extensions} AS person WHERE person.id IN (SELECT value FROM json_each(${ids}))
			AND (SELECT count(*) FROM ${otherGroups(group.id)} AND ${isMember(sql`person.id`, sql.raw("other"))}) >= ${groupsOfPersonMax}
			LIMIT 1) AS crowded`);
	if (!row) return null;
	if (row.persons < group.members.length) return "members: Somebody of these was deactivated just now.";
	if (row.crowded !== null)
		return `members: ${row.crowded} is a member of ${groupsOfPersonMax} groups already, which is the most.`;
	if (group.ringing === "together" && row.phones > legsMax) return tooMany("members", group, row.phones);
	return null;
}

export async function explainTooManyPhones(
	{ db }: Context,
	personId: string,
	phones: number,
	field: string,
): Promise<string | null> {
	const [row] = await db.all<{
		ext: string;
		name: string;
		phones: number;
	}>(sql`SELECT other.ext AS ext, other.name AS name,
		${phones} + ${countPhones(sql`other.members`, personId)} AS phones FROM ${otherGroups("")}
		AND other.ringing = 'together' AND ${isMember(sql`${personId}`, sql.raw("other"))}
		ORDER BY phones DESC, other.ext LIMIT 1`);
	return row && row.phones > legsMax ? tooMany(field, row, row.phones) : null;
}

function tooMany(field: string, group: { ext: string; name: string }, phones: number): string {
	return `${field}: Group ${group.ext} (${group.name}) would ring ${phones} telephones at once, and ${legsMax} is the most. Let it ring in order, or take a member or a telephone away.`;
}
