export {
  KNOWLEDGE_FOLDER,
  RULE_CASES,
  readGuide,
  readGuideProse,
  readKnowledge,
  readKnowledgeFiles,
  readKnowledgeKept,
  readLanguageFiles,
  sha256,
} from './knowledge-files.ts';
export { hashPassword, verifyPassword } from './password.ts';
