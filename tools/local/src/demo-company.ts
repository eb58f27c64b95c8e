export const demoCompany = {
	settings: {
		companyName: "Acme Corp",
		greeting: "We're here to help.",
		hoursText:
			"We are open Monday to Friday from 9 am to 5 pm Pacific time. We are closed on weekends and public holidays.",
		factsText: [
			"Acme Corp repairs and rents espresso machines for offices in San Francisco.",
			"Our shop is at 500 Market Street, San Francisco.",
			"A repair visit costs 90 dollars plus parts. A rental starts at 60 dollars a month.",
			"Repairs usually take two working days.",
		].join(" "),
		timeZone: "America/Los_Angeles",
		// Short, so that a late transcript can be watched.
		transcriptLateSeconds: 30,
	},
	mainLine: "+18005550100",
	extensions: [
		{
			ext: "101",
			name: "Jane Smith",
			department: "Sales",
			purpose: "Prices and quotes, renting or buying a machine, new customers",
			number: "+14155550101",
			forwardTo: "+14155550151",
			answerWith: "key",
		},
		{
			ext: "102",
			name: "Sam Lee",
			department: "Support",
			purpose: "Repairs, anything that is broken or does not work, questions about using a machine",
			number: "+14155550102",
			forwardTo: "+14155550152",
			answerWith: "key",
		},
		{
			ext: "103",
			name: "Ana Ruiz",
			department: "Billing",
			purpose: "Invoices, payments, refunds, a wrong charge",
			number: "+14155550103",
			forwardTo: null,
			answerWith: "key",
		},
	],
} as const;

export const demoOwner = { name: "Olivia Owner", email: "owner@acme.example" } as const;
