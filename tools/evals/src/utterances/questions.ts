import type { Category } from "../utterance.ts";

const noPhoneNumber = /\d[\d\s().-]{6,}\d/;

export const questions: Category = {
	facts: [
		{ company: "acme", says: "what are your hours", expect: ["info"], tells: /9.*5/ },
		{ company: "acme", says: "when do you close", expect: ["info"], tells: /5|17/ },
		{ company: "acme", says: "are you open on Friday", expect: ["info"], tells: /Friday|9|yes/i },
		{ company: "acme", says: "what's your address", expect: ["info"], tells: /500 Market/ },
		{ company: "acme", says: "where are you located", expect: ["info"], tells: /Market/ },
		{ company: "acme", says: "is there parking", expect: ["info"], tells: /behind|free|parking/i },
		{ company: "acme", says: "do you take credit cards", expect: ["info"], tells: /credit|card|yes/i },
		{ company: "acme", says: "how long do I have to return something", expect: ["info"], tells: /30/ },
		{ company: "acme", says: "what does your company make", expect: ["info"], tells: /pumps/ },
		{ company: "lakeside", says: "are you open on Saturday", expect: ["info"], tells: /closed|weekend|no/i },
		{ company: "lakeside", says: "how much is a cleaning", expect: ["info"], tells: /95/ },
		{ company: "lakeside", says: "what's your email address", expect: ["info"], tells: /lakeside/ },
		{ company: "lakeside", says: "which floor are you on", expect: ["info"], tells: /second/ },
		{ company: "lakeside", says: "until when are you there on Fridays", expect: ["info"], tells: /13|1/ },
		{ company: "lakeside", says: "do you take new patients", expect: ["info"], tells: /welcome|yes/i },
	],
	"unknown facts": [
		{
			company: "acme",
			says: "how much does a pump cost",
			expect: ["info", "ask", "transfer 101"],
			never: /\$|\d/,
		},
		{
			company: "acme",
			says: "are you open on Christmas Eve at noon",
			expect: ["info", "ask"],
			never: /12|noon/i,
		},
		{ company: "acme", says: "what's your fax number", expect: ["info", "ask"], never: noPhoneNumber },
		{
			company: "acme",
			says: "do you deliver to Canada",
			expect: ["info", "ask", "transfer 101"],
			never: /\byes\b/i,
		},
		{ company: "acme", says: "who is the CEO", expect: ["info", "ask"], never: /CEO is/i },
		{ company: "lakeside", says: "how much is a root canal", expect: ["info", "ask"], never: /\$|\d{2,}/ },
		{
			company: "lakeside",
			says: "do you take Delta insurance",
			expect: ["info", "ask", "transfer 113", "transfer 110"],
			never: /\byes\b/i,
		},
		{ company: "northwind", says: "what are your opening hours", expect: ["info", "ask"], never: /\d/ },
		{ company: "northwind", says: "what is your address", expect: ["info", "ask"], never: /\d/ },
		{
			company: "northwind",
			says: "what's the weather like",
			expect: ["info", "ask"],
			never: /sunny|degrees/i,
		},
	],
	goodbye: [
		{ company: "acme", says: "that's all, thank you", expect: ["goodbye"] },
		{ company: "acme", says: "bye", expect: ["goodbye"] },
		{ company: "acme", says: "never mind", expect: ["goodbye"] },
		{ company: "acme", says: "sorry wrong number", expect: ["goodbye"] },
		{ company: "acme", says: "no thanks, have a nice day", expect: ["goodbye"] },
		{
			company: "acme",
			says: "no",
			turns: [
				{
					caller: "what are your hours",
					receptionist: "We're open Monday to Friday, 9 a.m. to 5 p.m. Is there anything else?",
					action: "info",
				},
			],
			expect: ["goodbye"],
		},
		{
			company: "acme",
			says: "yes, sales please",
			turns: [
				{
					caller: "what are your hours",
					receptionist: "We're open Monday to Friday, 9 a.m. to 5 p.m. Is there anything else?",
					action: "info",
				},
			],
			expect: ["transfer 101"],
		},
		{ company: "acme", says: "thanks but I still need billing", expect: ["transfer 103"] },
	],
	noise: [
		{ company: "acme", says: "", expect: ["ask"] },
		{ company: "acme", says: "uh", expect: ["ask"] },
		{ company: "acme", says: "blue seven running the lamp", expect: ["ask"] },
		{ company: "acme", says: "and then he said no way and I was like oh my god", expect: ["ask"] },
		{ company: "acme", says: "la la la la", expect: ["ask"] },
		{ company: "acme", says: "breaking news tonight the senate has", expect: ["ask", "info"] },
		{ company: "acme", says: "mmm hmm", expect: ["ask"] },
		{ company: "northwind", says: "hello hello can you hear me", expect: ["ask", "info"] },
	],
	"low confidence": [
		{ company: "acme", says: "sales please", speechConfidence: 0.2, expect: ["ask"] },
		{ company: "acme", says: "jane smith", speechConfidence: 0.31, expect: ["ask"] },
		{ company: "acme", says: "goodbye", speechConfidence: 0.15, expect: ["ask"] },
		{
			company: "acme",
			says: "yes jane smith",
			speechConfidence: 0.3,
			turns: [{ caller: "jane smith", receptionist: "Did you mean Jane Smith in Sales?", action: "ask" }],
			expect: ["transfer 101"],
		},
		{ company: "acme", says: "Ana Ruiz please", speechConfidence: 0.93, expect: ["transfer 103"] },
	],
	emergency: [
		{ company: "acme", says: "call 911", expect: ["info"], tells: /911/ },
		{ company: "acme", says: "please help there's a fire in my house", expect: ["info"], tells: /911/ },
		{ company: "acme", says: "my husband is having a heart attack", expect: ["info"], tells: /911/ },
		{ company: "acme", says: "I need an ambulance", expect: ["info"], tells: /911/ },
		{ company: "acme", says: "it's urgent, I need Jane right now", expect: ["transfer 101"] },
		{
			company: "lakeside",
			says: "I have a dental emergency, my tooth broke",
			expect: ["ask", "info", "transfer 110", "transfer 111", "transfer 114"],
		},
	],
};
