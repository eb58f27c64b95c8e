import { refusal, type Scene } from "../scene.ts";

const invitation = {
	email: "ana@acme.example",
	role: "agent",
	companyName: "Acme Corp",
	invitedBy: "Olive Owner",
	expiresAt: "2026-12-06T17:00:00.000Z",
};

export const scenes: Scene[] = [
	{ name: "sign-in", path: "/sign-in", isSignedOut: true },
	{
		name: "sign-in-unclaimed",
		path: "/sign-in",
		isSignedOut: true,
		answers: { "GET /api/setup": { isClaimed: false, companyName: "Our company", accessOnly: false } },
	},
	{
		name: "sign-in-wrong",
		path: "/sign-in",
		isSignedOut: true,
		answers: {
			"POST /api/auth/sign-in/email": refusal(
				401,
				"unauthenticated",
				"This e-mail address and password do not belong together.",
			),
		},
		act: submit,
	},
	{ name: "claim", path: "/claim", isSignedOut: true },
	{
		name: "claim-refused",
		path: "/claim",
		isSignedOut: true,
		answers: {
			"POST /api/setup/claim": refusal(400, "bad_input", "password: A password has 10 characters or more.", [
				{ in: "body", field: "password", message: "A password has 10 characters or more." },
			]),
		},
		act: submit,
	},
	{
		name: "invitation",
		path: "/invitation#inv-secret",
		isSignedOut: true,
		answers: { "POST /api/invitations/look": invitation },
	},
	{
		name: "invitation-used",
		path: "/invitation#inv-secret",
		isSignedOut: true,
		answers: {
			"POST /api/invitations/look": refusal(404, "not_found", "This invitation has been used already."),
		},
	},
	{
		name: "reset-password",
		path: "/reset-password#reset-secret",
		isSignedOut: true,
		answers: { "POST /api/auth/reset-password/look": { name: "Ana Agent", email: "ana@acme.example" } },
	},
	{ name: "reset-password-bare", path: "/reset-password", isSignedOut: true },
];

function submit(): void {
	const form = document.querySelector("form");
	for (const field of form?.querySelectorAll("input") ?? [])
		field.value = field.type === "email" ? "a@acme.example" : "short";
	form?.requestSubmit();
}
