export { ways } from './ways.ts';

/** The panel in which a plan is given away, its left half: files. */
export const share = {
  title: '分享',
  close: '关闭',
  privacy:
    '所有内容都在这台设备上生成，不上传。分片让各人只看到自己的，但不是权限：拿到文件或链接的人都能看，除非加了口令。',
  files: '存成文件',
  filesHint: '对方打开后可以并回来',
  whole: '整个计划',
  wholeText: (people: number) => `${people} 人的目标、历史、实绩和设置`,
  measuring: '正在算大小…',
  download: '下载整个计划',
  made: (name: string) => `已导出 ${name}`,
  failed: '没有做成文件：内存不够，或浏览器中止了。关掉别的页面再试。',
};
