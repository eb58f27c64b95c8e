import { roles, type Scope } from "@cloudpbx/contracts/api/scopes";
import { noticeWays } from "@cloudpbx/contracts/words/notice-kinds";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** What an owner changed, one row a key, JSON values. Sole writer of all tables here: services/admin. */
export const settings = sqliteTable("settings", {
	key: text("key").primaryKey(),
	value: text("value", { mode: "json" }).$type<unknown>().notNull(),
	updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

/** `development`: made by the local mesh; refused wherever `ENVIRONMENT` is not `local`. */
const origins = ["installation", "development"] as const;

/** People. The column names of these three tables are better-auth's. */
export const users = sqliteTable(
	"users",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		/** Lower case. */
		email: text("email").notNull(),
		emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
		image: text("image"),
		role: text("role", { enum: roles }).notNull(),
		/** The extension that is theirs: an id of `extensions`. */
		extensionId: text("extension_id"),
		origin: text("origin", { enum: origins }).notNull().default("installation"),
		/** Set: may not sign in, and has neither password nor sessions. The row stays for the audit log. */
		deactivatedAt: integer("deactivated_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		/** Grows with every change: a write on an old one is refused. */
		version: integer("version").notNull().default(1),
	},
	(table) => [
		uniqueIndex("users_email").on(table.email),
		index("users_owners").on(table.role).where(sql`role = 'owner'`),
	],
);

/** How a person wants to be told of what, one row a person who has chosen. Null: the default, which packages/domain knows. */
export const noticeChoices = sqliteTable("notice_choices", {
	userId: text("user_id").primaryKey(),
	missedCall: text("missed_call", { enum: noticeWays }),
	voicemail: text("voicemail", { enum: noticeWays }),
	conversationWaiting: text("conversation_waiting", { enum: noticeWays }),
	campaignStopped: text("campaign_stopped", { enum: noticeWays }),
	campaignFinished: text("campaign_finished", { enum: noticeWays }),
	numberTrouble: text("number_trouble", { enum: noticeWays }),
	/** Whether notices come at night too. */
	atNight: integer("at_night", { mode: "boolean" }).notNull().default(false),
	updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

/** How somebody signs in. Only passwords so far: `providerId` is `credential` and `accountId` the user's id. */
export const accounts = sqliteTable(
	"accounts",
	{
		id: text("id").primaryKey(),
		userId: text("user_id").notNull(),
		providerId: text("provider_id").notNull(),
		accountId: text("account_id").notNull(),
		/** `scrypt$…`: services/admin/src/access/password.ts. */
		password: text("password"),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [uniqueIndex("accounts_user_provider").on(table.userId, table.providerId)],
);

/** A browser that is signed in. The cookie holds the token and a signature made with `AUTH_SECRET`. */
export const sessions = sqliteTable(
	"sessions",
	{
		id: text("id").primaryKey(),
		userId: text("user_id").notNull(),
		token: text("token").notNull(),
		ipAddress: text("ip_address"),
		userAgent: text("user_agent"),
		expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [
		uniqueIndex("sessions_token").on(table.token),
		index("sessions_user").on(table.userId),
		index("sessions_expires").on(table.expiresAt),
	],
);

/** Tries of a name and password, counted in windows. The key is a hash: no address or e-mail is stored. */
export const signInAttempts = sqliteTable(
	"sign_in_attempts",
	{
		key: text("key").primaryKey(),
		count: integer("count").notNull(),
		expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [index("sign_in_attempts_expires").on(table.expiresAt)],
);

/** One-time codes by which the first owner takes an installation. Rows are put here by the installer. */
export const setupCodes = sqliteTable("setup_codes", {
	/** SHA-256 of the code, hexadecimal. */
	codeHash: text("code_hash").primaryKey(),
	createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
	usedAt: integer("used_at", { mode: "timestamp_ms" }),
});

/** The maker of a credential, whose own access it does not outlast. */
const maker = {
	/** The user, also when one of its keys was used. Null: an installer. */
	createdBy: text("created_by"),
	/** The key that was used. Null: made in a browser, or by an installer. */
	createdWith: text("created_with"),
};

const oneTimeLink = {
	/** SHA-256 of the link's secret, hexadecimal. */
	tokenHash: text("token_hash").notNull(),
	createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
	expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
};

export const invitations = sqliteTable(
	"invitations",
	{
		id: text("id").primaryKey(),
		email: text("email").notNull(),
		role: text("role", { enum: roles }).notNull(),
		extensionId: text("extension_id"),
		...oneTimeLink,
		acceptedAt: integer("accepted_at", { mode: "timestamp_ms" }),
		...maker,
	},
	(table) => [
		uniqueIndex("invitations_token").on(table.tokenHash),
		// A second invitation of somebody takes the place of the first.
		uniqueIndex("invitations_open").on(table.email).where(sql`accepted_at IS NULL`),
		index("invitations_expires").on(table.expiresAt),
	],
);

/** One-time links by which an owner lets somebody choose a new password. */
export const passwordResets = sqliteTable(
	"password_resets",
	{
		id: text("id").primaryKey(),
		userId: text("user_id").notNull(),
		...oneTimeLink,
		usedAt: integer("used_at", { mode: "timestamp_ms" }),
		...maker,
	},
	(table) => [
		uniqueIndex("password_resets_token").on(table.tokenHash),
		// A second link of somebody takes the place of the first.
		uniqueIndex("password_resets_open").on(table.userId).where(sql`used_at IS NULL`),
		index("password_resets_expires").on(table.expiresAt),
	],
);

export const apiKeys = sqliteTable(
	"api_keys",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		/** SHA-256 of the whole key, hexadecimal: 256 random bits need no slow hash. */
		keyHash: text("key_hash").notNull(),
		/** How the key begins. */
		hint: text("hint").notNull(),
		scopes: text("scopes", { mode: "json" }).$type<Scope[]>().notNull(),
		origin: text("origin", { enum: origins }).notNull().default("installation"),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		expiresAt: integer("expires_at", { mode: "timestamp_ms" }),
		/** To the minute. */
		lastUsedAt: integer("last_used_at", { mode: "timestamp_ms" }),
		revokedAt: integer("revoked_at", { mode: "timestamp_ms" }),
		...maker,
	},
	(table) => [uniqueIndex("api_keys_hash").on(table.keyHash), index("api_keys_created").on(table.createdAt)],
);

/** Every change, append-only: triggers refuse updates, and deletions of entries younger than a year. */
export const auditEvents = sqliteTable(
	"audit_events",
	{
		id: text("id").primaryKey(),
		at: integer("at", { mode: "timestamp_ms" }).notNull(),
		actorKind: text("actor_kind", { enum: ["user", "key", "system"] }).notNull(),
		actorId: text("actor_id"),
		actorName: text("actor_name").notNull(),
		action: text("action").notNull(),
		targetKind: text("target_kind").notNull(),
		targetId: text("target_id"),
		before: text("before", { mode: "json" }).$type<Record<string, unknown>>(),
		after: text("after", { mode: "json" }).$type<Record<string, unknown>>(),
		requestId: text("request_id"),
	},
	(table) => [
		index("audit_events_at").on(table.at, table.id),
		index("audit_events_actor").on(table.actorId, table.at, table.id),
		index("audit_events_target").on(table.targetKind, table.targetId, table.at),
	],
);
