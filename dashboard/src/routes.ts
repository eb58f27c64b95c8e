import type { Route } from "./screen.ts";

export const routes: Route[] = [
	{ path: "/", title: "Overview", scope: null, load: () => import("./screens/overview/screen.ts") },
	{
		path: "/inbox/:conversationId?",
		title: "Inbox",
		scope: "messages:read",
		load: () => import("./screens/inbox/screen.ts"),
	},
	{
		path: "/calls/:callId?",
		title: "Calls",
		scope: "calls:read",
		load: () => import("./screens/calls/screen.ts"),
	},
	{
		path: "/voicemail/:voicemailId?",
		title: "Voicemail",
		scope: "voicemails:read",
		load: () => import("./screens/voicemail/screen.ts"),
	},
	{
		path: "/contacts/:number?",
		title: "Contacts",
		scope: "contacts:read",
		load: () => import("./screens/contacts/screen.ts"),
	},
	{
		path: "/extensions/:extensionId?",
		title: "Extensions",
		scope: "extensions:read",
		load: () => import("./screens/extensions/screen.ts"),
	},
	{
		path: "/campaigns/:campaignId?",
		title: "Campaigns",
		scope: "campaigns:read",
		load: () => import("./screens/campaigns/screen.ts"),
	},
	{
		path: "/analytics",
		title: "Analytics",
		scope: "analytics:read",
		load: () => import("./screens/analytics/screen.ts"),
	},
	{
		path: "/settings/:page?",
		title: "Settings",
		scope: null,
		load: () => import("./screens/settings/screen.ts"),
	},
	{
		path: "/sign-in",
		title: "Sign In",
		scope: null,
		isPublic: true,
		load: () => import("./screens/sign-in/screen.ts"),
	},
	{
		path: "/claim",
		title: "Set Up",
		scope: null,
		isPublic: true,
		load: () => import("./screens/claim/screen.ts"),
	},
	{
		path: "/invitation",
		title: "Invitation",
		scope: null,
		isPublic: true,
		load: () => import("./screens/invitation/screen.ts"),
	},
	{
		path: "/reset-password",
		title: "New Password",
		scope: null,
		isPublic: true,
		load: () => import("./screens/reset-password/screen.ts"),
	},
];
