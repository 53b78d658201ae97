import { stripForTerminal } from '../../../text/index.ts';

const SPEAKS_TO_MODEL: readonly RegExp[] = [
  // Orders to leave the instructions aside, in the languages in which they are commonest.
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|earlier|preceding|system|your|all|these|the)\b.{0,30}\b(?:instructions?|prompts?|rules|guidelines|directions)\b/i,
  /\b(?:ignorier|vergiss|missacht)\w{0,4}\b.{0,40}(?:anweisung|anleitung|vorgabe|regeln|instruktion)/i,
  /\b(?:ignor|oubli|néglig)\w{0,4}\b.{0,40}\b(?:instructions|consignes|règles)\b/i,
  /\b(?:ignor|olvid)\w{0,4}\b.{0,40}\b(?:instrucciones|instruções|reglas|regras|istruzioni)\b/i,
  /\b(?:dimentica|ignora|esqueça|desconsidere)\b.{0,40}\b(?:istruzioni|instruções|regole|regras)\b/i,
  /(?:忽略|无视|無視|忘记|忘掉).{0,20}(?:指令|指示|提示|规则|說明|说明)|(?:指示|命令|指令).{0,10}(?:無視|忘れ)/u,
  /(?:игнориру|забуд|отброс)\p{L}{0,6}.{0,40}(?:инструкци|указани|правил)/iu,
  /(?:تجاهل|انس).{0,40}(?:التعليمات|الأوامر)|(?:지시|명령).{0,12}(?:무시|잊)/u,
  // Speaking in the part of a system, or to an assistant.
  /^\W{0,8}(?:system|assistant|developer|instructions?|ai|model|llm|chatgpt|gpt|claude)\s?(?:prompt|message|note|override)?\W{0,3}:/i,
  /<\|?\/?(?:im_start|im_end|system|assistant|user|endoftext|eot_id|start_header_id)\b|\[\/?(?:INST|SYSTEM|SYS)\]|<<\/?SYS>>|^#{2,}\s?(?:system|instruction|assistant|response)\b/i,
  /\bas an? (?:\w+ )?(?:ai|language model|llm|assistant|chatbot),? you\b|\b(?:you are|you're|act as|pretend to be|imagine you are|behave as|from now on you are)\b.{0,12}\b(?:assistant|chatbot|language model|llm|dan|jailbroken|unrestricted|unfiltered)\b/i,
  /\b(?:note|message|attention|instructions?|hint|reminder)\b.{0,10}\b(?:to|for)\b.{0,12}\b(?:the )?(?:ai|model|llm|labell?er|annotator|assistant|classifier|parser)\b/i,
  /\b(?:dear|hey|hello|attention)\b.{0,6}\b(?:ai|model|llm|labell?er|annotator|assistant|chatgpt|gpt|claude)\b/i,
  // Orders about the labels themselves.
  /\b(?:label|mark|classify|tag|attribute|assign|rate|score|count)\b.{0,40}\b(?:as (?:an? )?(?:crux|agree\w*|disagree\w*|assert\w*|reject\w*|reported|meta|confirmed|winner|same)|to (?:speaker|turn|post|sentence|me|p\d|x\d|\d+\.\d+))\b/i,
  /\b(?:output|print|return|respond with|reply with|answer with|emit|write)\b.{0,30}\b(?:json|"?turns"?|"?claims"?|only|the (?:system )?prompt|nothing|the word|ok\b)/i,
  /\b(?:change|rename|renumber|replace|swap|rewrite|use)\b.{0,20}\b(?:ids?|identifiers?|sentence numbers?|turn numbers?|speaker (?:names?|labels?))\b/i,
  /"(?:turns|claims|moves|stance|verdict)"\s?:\s?[["{]/i,
];
const LONGEST = 2000;

/**
 * Whether a sentence speaks to a model that reads along, or poses as its instructions. Used to tell the reader of the
 * result, never to leave a sentence out: a thread about prompts has many such sentences.
 */
export function addressesModel(sentence: string): boolean {
  const written = sentence.slice(0, LONGEST);
  const visible = stripForTerminal(written);
  const forms = visible === written ? [written] : [written, visible];
  return forms.some((form) => SPEAKS_TO_MODEL.some((pattern) => pattern.test(form)));
}
