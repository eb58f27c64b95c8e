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

/** Rows made by the local mesh open nothing anywhere else. */
export function isAdmitted(origin: "installation" | "development", environment: string): boolean {
	return origin === "installation" || environment === "local";
}

/**
 * Whose a credential is, as a subquery of one row; of none for a credential that is unknown, has ended, or is not meant for
 * this installation. Other statements of the same batch can stand on it, and read nothing then.
 */
export type Holder = ReturnType<typeof sessionHolder>;

/** The row of a holder. */
export type HolderRow = Omit<Principal, "scopes"> & {
	/** Of a key. Null for a person, whose role says it. */
	scopes: Scope[] | null;
	/** When the key or session was used, as far as it is written down. */
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

/** A session ends by itself, and with its person's access. */
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

/** For single sign-on: only a person who was invited before may come in. */
export function personHolder({ db, env }: Context, email: string): Holder {
	return db
		.select(nameFields({ ...personSources, sessionId: sql`NULL`, expiresAt: sql`NULL`, usedAt: sql`NULL` }))
		.from(users)
		.leftJoin(extensions, isOwnExtension)
		.where(and(eq(users.email, email.toLowerCase()), canSignIn(env.ENVIRONMENT)))
		.as("holder");
}

/** Holds when the holder has this scope. */
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

/** `isAdmitted` as a condition. */
function isOfHere(origin: typeof users.origin | typeof apiKeys.origin, environment: string): SQL | undefined {
	return isAdmitted("development", environment) ? undefined : eq(origin, "installation");
}

/** Drizzle names a field of a subquery without its table: `extension` would be the column of whatever table is nearest. */
function nameFields(sources: Record<keyof HolderRow, SQLWrapper>) {
	const fields = Object.entries(sources).map(([name, source]) => {
		const value = is(source, SQL) ? source : sql`${source}`;
		return [name, (is(source, Column) ? value.mapWith(source) : value).as(`holder_${name}`)];
	});
	return Object.fromEntries(fields) as { [Name in keyof HolderRow]: SQL.Aliased<HolderRow[Name]> };
}
