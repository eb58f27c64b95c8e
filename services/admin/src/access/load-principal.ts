import { scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import type { Db } from "@cloudpbx/db/open-db";
import { apiKeys, sessions, users } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, eq, gt, isNull, lt, ne, or, type SQL } from "drizzle-orm";
import type { Principal } from "../domain/principal.ts";
import { hashSecret } from "./secret.ts";

/** Last use is shown to the minute: one write a minute and key, however busy it is. */
const lastUseMilliseconds = 60_000;

/** Rows made by the local mesh open nothing anywhere else. */
export function isAdmitted(origin: "installation" | "development", environment: string): boolean {
	return origin === "installation" || environment === "local";
}

export interface KeyUse {
	principal: Principal;
	/** Whether `noteKeyUse` has something to write. */
	isUseNews: boolean;
}

/** One statement. Null for a key that is unknown, revoked, expired or not meant for this installation. */
export async function loadKey(db: Db, key: string, environment: string, now: Date): Promise<KeyUse | null> {
	const [row] = await db
		.select()
		.from(apiKeys)
		.where(
			and(
				eq(apiKeys.keyHash, await hashSecret(key)),
				isNull(apiKeys.revokedAt),
				or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
			),
		);
	if (!row || !isAdmitted(row.origin, environment)) return null;
	const { id, name, scopes, expiresAt, lastUsedAt, createdBy } = row;
	return {
		principal: {
			kind: "key",
			id,
			userId: createdBy,
			name,
			email: null,
			role: null,
			extension: null,
			extensionSince: null,
			scopes,
			sessionId: null,
			expiresAt,
		},
		isUseNews: lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > lastUseMilliseconds,
	};
}

/** Not on the request's path: whoever calls it does not wait. */
export async function noteKeyUse(db: Db, id: string, now: Date): Promise<void> {
	const stale = lt(apiKeys.lastUsedAt, new Date(now.getTime() - lastUseMilliseconds));
	await db
		.update(apiKeys)
		.set({ lastUsedAt: now })
		.where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), stale)));
}

/** One statement. Null when the session ended or its person was deactivated. */
export async function loadSession(
	db: Db,
	token: string,
	environment: string,
	now: Date,
): Promise<Principal | null> {
	const [row] = await db
		.select({ ...personFields, sessionId: sessions.id, expiresAt: sessions.expiresAt })
		.from(sessions)
		.innerJoin(users, eq(users.id, sessions.userId))
		.leftJoin(extensions, ownExtension)
		.where(and(eq(sessions.token, token), gt(sessions.expiresAt, now), isNull(users.deactivatedAt)));
	return row && isAdmitted(row.origin, environment)
		? toPrincipal(row, { sessionId: row.sessionId, expiresAt: row.expiresAt })
		: null;
}

/** One statement. For single sign-on: only somebody who was invited before may come in. */
export async function loadPerson(db: Db, email: string, environment: string): Promise<Principal | null> {
	const [row] = await db
		.select(personFields)
		.from(users)
		.leftJoin(extensions, ownExtension)
		.where(and(eq(users.email, email.toLowerCase()), isNull(users.deactivatedAt)));
	return row && isAdmitted(row.origin, environment)
		? toPrincipal(row, { sessionId: null, expiresAt: null })
		: null;
}

const personFields = {
	id: users.id,
	name: users.name,
	email: users.email,
	role: users.role,
	origin: users.origin,
	extension: extensions.ext,
	extensionSince: extensions.createdAt,
};

const ownExtension = and(eq(extensions.id, users.extensionId), ne(extensions.status, "inactive")) as SQL;

type Person = Pick<typeof users.$inferSelect, "id" | "name" | "email" | "role"> & {
	extension: string | null;
	extensionSince: Date | null;
};

function toPrincipal(
	{ id, name, email, role, extension, extensionSince }: Person,
	credentials: Pick<Principal, "sessionId" | "expiresAt">,
): Principal {
	const person = { kind: "user" as const, id, userId: id, name, email, role, extension, extensionSince };
	return { ...person, scopes: scopesOfRole[role], ...credentials };
}
