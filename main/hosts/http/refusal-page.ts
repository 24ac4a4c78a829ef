/** The page for someone who came without the key: what to do, in both languages. No secrets, no scripts. */
export const refusalPage = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>印齐 Yinqi</title>
<style>body{font:16px/1.8 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem;color:#1f2937}h1{font-size:1.3rem}</style>
<h1>请从启动印齐的窗口打开</h1>
<p>这个地址缺少本次运行的口令，或口令已经失效。请回到启动印齐的窗口，打开那里打印的完整地址（含 <code>?token=</code>）。</p>
<hr>
<p lang="en">This address lacks the key of this run, or the key is no longer valid. Go back to the window that started Yinqi and open the whole address printed there, including <code>?token=</code>.</p>
</html>
`;
