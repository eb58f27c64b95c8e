import { roles, type Scope, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import {
	groupsOfAgent,
	isActivePerson,
	isOwnExtension,
	isRunningSession,
	isValidKey,
} from "@cloudpbx/db/credentials";
import { apiKeys, sessions, users } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, Column, eq, inArray, is, SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Principal } from "../domain/people/principal.ts";

/** Rows of the local mesh are valid on the own machine only. */
export function isAdmitted(origin: "installation" | "development", environment: string): boolean {
	return origin === "installation" || environment === "local";
}

/** Subquery of one row, or none for an invalid credential. Other statements of the batch join it. */
export type Holder = ReturnType<typeof sessionHolder>;

export type HolderRow = Omit<Principal, "scopes"> & {
	/** Null for a person: the role decides. */
	scopes: Scope[] | null;
	/** Last stored use of the key or session. */
	usedAt: Date | null;
};

export function keyHolder({ db, env, now }: Context, keyHash: string): Holder {
	return db
		.select(
			nameFields({
				kind: sql`'key'`,
				id: apiKeys.id,
				userId: apiKeys.createdBy,
				name: apiKeys.name,
				email: sql`NULL`,
				role: sql`NULL`,
				extension: sql`NULL`,
				extensionId: sql`NULL`,
				extensionSince: sql`NULL`,
				groups: sql`NULL`,
				scopes: apiKeys.scopes,
				sessionId: sql`NULL`,
				expiresAt: apiKeys.expiresAt,
				usedAt: apiKeys.lastUsedAt,
			}),
		)
		.from(apiKeys)
		.where(and(eq(apiKeys.keyHash, keyHash), isValidKey(now), isOfHere(apiKeys.origin, env.ENVIRONMENT)))
		.as("holder");
}

/** A session also ends with its person's access. */
export function sessionHolder({ db, env, now }: Context, token: string) {
	return db
		.select(
			nameFields({
				...personSources,
				sessionId: sessions.id,
				expiresAt: sessions.expiresAt,
				usedAt: sessions.updatedAt,
			}),
		)
		.from(sessions)
		.innerJoin(users, eq(users.id, sessions.userId))
		.leftJoin(extensions, isOwnExtension)
		.where(and(eq(sessions.token, token), isRunningSession(now), canSignIn(env.ENVIRONMENT)))
		.as("holder");
}

/** Single sign-on admits invited people only. */
export function personHolder({ db, env }: Context, email: string): Holder {
	return db
		.select(nameFields({ ...personSources, sessionId: sql`NULL`, expiresAt: sql`NULL`, usedAt: sql`NULL` }))
		.from(users)
		.leftJoin(extensions, isOwnExtension)
		.where(and(eq(users.email, email.toLowerCase()), canSignIn(env.ENVIRONMENT)))
		.as("holder");
}

export function may(holder: Holder, scope: Scope): SQL {
	const able = roles.filter((role) => scopesOfRole[role].includes(scope));
	return sql`CASE WHEN ${holder.role} IS NULL
		THEN EXISTS (SELECT 1 FROM json_each(${holder.scopes}) WHERE value = ${scope})
		ELSE ${inArray(holder.role, able)} END`;
}

export function toPrincipal({ scopes, usedAt: _, ...row }: HolderRow): Principal {
	return { ...row, scopes: row.role === null ? (scopes ?? []) : scopesOfRole[row.role] };
}

const personSources = {
	kind: sql`'user'`,
	id: users.id,
	userId: users.id,
	name: users.name,
	email: users.email,
	role: users.role,
	extension: extensions.ext,
	extensionId: extensions.id,
	extensionSince: extensions.createdAt,
	groups: groupsOfAgent,
	scopes: sql`NULL`,
};

function canSignIn(environment: string): SQL | undefined {
	return and(isActivePerson, isOfHere(users.origin, environment));
}

function isOfHere(origin: typeof users.origin | typeof apiKeys.origin, environment: string): SQL | undefined {
	return isAdmitted("development", environment) ? undefined : eq(origin, "installation");
}

/** Drizzle names a field of a subquery without its table: `extension` would resolve to the nearest table. */
function nameFields(sources: Record<keyof HolderRow, SQLWrapper>) {
	const fields = Object.entries(sources).map(([name, source]) => {
		const value = is(source, SQL) ? source : sql`${source}`;
		return [name, (is(source, Column) ? value.mapWith(source) : value).as(`holder_${name}`)];
	});
	return Object.fromEntries(fields) as { [Name in keyof HolderRow]: SQL.Aliased<HolderRow[Name]> };
}
