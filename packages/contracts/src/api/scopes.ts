import * as z from "zod";

export const scopes = [
	"calls:read",
	"calls:write",
	"voicemails:read",
	"voicemails:write",
	"extensions:read",
	"extensions:write",
	"numbers:read",
	"numbers:write",
	"settings:read",
	"settings:write",
	"messages:read",
	"messages:send",
	"optouts:read",
	"optouts:write",
	"campaigns:read",
	"campaigns:write",
	"contacts:read",
	"contacts:write",
	"analytics:read",
	"audit:read",
	"webhooks:read",
	"webhooks:write",
	"users:read",
	"users:write",
	"keys:write",
] as const;
export const Scope = z.enum(scopes);
export type Scope = z.infer<typeof Scope>;

/** Each may do more than the next. */
export const roles = ["owner", "admin", "agent"] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** A holder of these scopes could make itself an owner. */
const ownersOnly: readonly Scope[] = ["users:write", "keys:write"];

/** An agent reads only the voicemail of the own extension; a scope cannot say it, so the API checks it. */
export const scopesOfRole: Record<Role, readonly Scope[]> = {
	owner: scopes,
	admin: scopes.filter((scope) => !ownersOnly.includes(scope)),
	agent: [
		"calls:write",
		"voicemails:read",
		"voicemails:write",
		"messages:read",
		"messages:send",
		"contacts:read",
		"optouts:read",
	],
};
