import { roles, type Scope } from "@cloudpbx/contracts/api/scopes";
import { noticeWays } from "@cloudpbx/contracts/words/notice-kinds";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** The owner's settings, one row per key. Sole writer of all tables here: services/admin. */
export const settings = sqliteTable("settings", {
	key: text("key").primaryKey(),
	value: text("value", { mode: "json" }).$type<unknown>().notNull(),
	updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

/** `development`: made by the local mesh, refused unless `ENVIRONMENT` is `local`. */
const origins = ["installation", "development"] as const;

/** The column names of users, accounts and sessions are better-auth's. */
export const users = sqliteTable(
	"users",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		email: text("email").notNull(),
		emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
		image: text("image"),
		role: text("role", { enum: roles }).notNull(),
		extensionId: text("extension_id"),
		origin: text("origin", { enum: origins }).notNull().default("installation"),
		/** Set: no sign-in, password or sessions. The row stays for the audit log. */
		deactivatedAt: integer("deactivated_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		version: integer("version").notNull().default(1),
	},
	(table) => [
		uniqueIndex("users_email").on(table.email),
		index("users_owners").on(table.role).where(sql`role = 'owner'`),
	],
);

/** One row per person who has chosen. Null: the default of packages/domain. */
export const noticeChoices = sqliteTable("notice_choices", {
	userId: text("user_id").primaryKey(),
	missedCall: text("missed_call", { enum: noticeWays }),
	voicemail: text("voicemail", { enum: noticeWays }),
	conversationWaiting: text("conversation_waiting", { enum: noticeWays }),
	campaignStopped: text("campaign_stopped", { enum: noticeWays }),
	campaignFinished: text("campaign_finished", { enum: noticeWays }),
	numberTrouble: text("number_trouble", { enum: noticeWays }),
	atNight: integer("at_night", { mode: "boolean" }).notNull().default(false),
	updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

/** Only passwords so far: `providerId` is `credential` and `accountId` the user's id. */
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

/** The cookie holds the token and a signature made with `AUTH_SECRET`. */
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

/** Sign-in attempts in windows. The key is a hash: no address or e-mail is stored. */
export const signInAttempts = sqliteTable(
	"sign_in_attempts",
	{
		key: text("key").primaryKey(),
		count: integer("count").notNull(),
		expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [index("sign_in_attempts_expires").on(table.expiresAt)],
);

/** One-time codes for the first owner, inserted by the installer. */
export const setupCodes = sqliteTable("setup_codes", {
	codeHash: text("code_hash").primaryKey(),
	createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
	usedAt: integer("used_at", { mode: "timestamp_ms" }),
});

/** The maker of a credential. Without the maker's access the credential ends. */
const maker = {
	/** The user, also through a key. Null: an installer. */
	createdBy: text("created_by"),
	/** The key that was used; null: none. */
	createdWith: text("created_with"),
};

const oneTimeLink = {
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
		uniqueIndex("invitations_open").on(table.email).where(sql`accepted_at IS NULL`),
		index("invitations_expires").on(table.expiresAt),
	],
);

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
		uniqueIndex("password_resets_open").on(table.userId).where(sql`used_at IS NULL`),
		index("password_resets_expires").on(table.expiresAt),
	],
);

export const apiKeys = sqliteTable(
	"api_keys",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		/** SHA-256, hexadecimal: 256 random bits need no slow hash. */
		keyHash: text("key_hash").notNull(),
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

/** Append-only: triggers refuse updates, and deletions within a year. */
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
