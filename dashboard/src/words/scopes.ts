import type { Scope } from "@cloudpbx/contracts/api/scopes";

export const scopeWords: Record<Scope, string> = {
	"calls:read": "See calls",
	"calls:write": "Make calls",
	"voicemails:read": "Hear voicemail",
	"voicemails:write": "Mark and delete voicemail",
	"extensions:read": "See extensions",
	"extensions:write": "Make and change extensions",
	"numbers:read": "See numbers",
	"numbers:write": "Buy, assign and release numbers",
	"settings:read": "See settings",
	"settings:write": "Change settings",
	"messages:read": "Read texts",
	"messages:send": "Send texts",
	"optouts:read": "See opt-outs",
	"optouts:write": "Add and lift opt-outs",
	"campaigns:read": "See campaigns",
	"campaigns:write": "Make and send campaigns",
	"contacts:read": "See contacts",
	"contacts:write": "Change contacts",
	"analytics:read": "See analytics",
	"audit:read": "Read the audit log",
	"webhooks:read": "See webhooks",
	"webhooks:write": "Make and change webhooks",
	"users:read": "See people",
	"users:write": "Invite and change people",
	"keys:write": "Make and revoke API keys",
};

export const scopeGroups: { title: string; scopes: Scope[] }[] = [
	{
		title: "Calls",
		scopes: ["calls:read", "calls:write", "voicemails:read", "voicemails:write", "analytics:read"],
	},
	{
		title: "Texts",
		scopes: [
			"messages:read",
			"messages:send",
			"campaigns:read",
			"campaigns:write",
			"contacts:read",
			"contacts:write",
			"optouts:read",
			"optouts:write",
		],
	},
	{
		title: "Company",
		scopes: [
			"extensions:read",
			"extensions:write",
			"numbers:read",
			"numbers:write",
			"settings:read",
			"settings:write",
			"webhooks:read",
			"webhooks:write",
		],
	},
	{ title: "Access", scopes: ["users:read", "users:write", "keys:write", "audit:read"] },
];
